/**
 * The whole suite; `--deep` runs the long searches instead, and the tests of engine and models with all of their random
 * material. The parts of the suite share two cores, so that none of them is idle while there is anything to test, and
 * each part has a budget of seconds that its tests take together.
 * Nothing is stopped at its budget, since machines differ: it is marked, and only at six times all budgets is the suite
 * taken to hang. A part that tested nothing has failed. Ends with a plain line: N passed, N failed, N skipped.
 */
import "../bin/supported-node.js";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parts } from "../vitest.config.ts";
import { run } from "./run.js";

/** Seconds that each part may take: steps are commands and count as one test each, suites are projects of vitest. */
const steps = {
  build: { budget: 10, command: ["npm", "run", "--silent", "build"] },
  check: { budget: 30, command: ["node", "build/check.js"] },
};
const isDeep = process.argv.includes("--deep");
if (isDeep) process.env.SEALCHECK_DEEP = "1";
const suites = isDeep
  ? { engine: 1200, models: 600, deep: 3600 }
  : { engine: 180, models: 120, shell: 200, pages: 100, packaging: 30 };

const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];

const told = (name, ok, seconds, budget) =>
  lines.push(
    [
      ok ? "ok  " : "FAIL",
      name.padEnd(10),
      `${seconds.toFixed(1).padStart(7)} s of ${String(budget).padStart(4)} s`,
      seconds > budget ? "  over budget" : "",
    ].join(" "),
  );

for (const [name, { budget, command }] of Object.entries(steps)) {
  console.log(`\n== ${name}`);
  const { status, seconds } = await run(command[0], command.slice(1), { seconds_max: 6 * budget });
  told(name, status === 0, seconds, budget);
  total[status === 0 ? "passed" : "failed"]++;
}

/** What vitest counted, file by file; nothing where it died before it could say. */
const countedIn = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8")).testResults;
  } catch {
    return [];
  }
};

console.log(`\n== ${Object.keys(suites).join(", ")}`);
const results = mkdtempSync(join(tmpdir(), "sealcheck-test-"));
const file = join(results, "results.json");
const projects = Object.keys(suites).map((name) => `--project=${name}`);
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
const seconds_max = 6 * Object.values(suites).reduce((sum, budget) => sum + budget);
const { status } = await run("vitest", ["run", ...projects, ...reporters], { seconds_max });
const counted = countedIn(file);
rmSync(results, { recursive: true });

for (const [name, budget] of Object.entries(suites)) {
  const files = new Set(globSync(parts[name]));
  const ours = counted.filter((one) => files.has(relative(process.cwd(), one.name)));
  const tests = ours.flatMap(({ assertionResults }) => assertionResults);
  const count = (...wanted) => tests.filter((test) => wanted.includes(test.status)).length;
  // A file that did not load counts as no test's failure.
  const broken = ours.filter((one) => one.status === "failed" && one.assertionResults.length === 0);
  const failed = count("failed") + broken.length;
  const passed = count("passed");
  const seconds = ours.reduce((sum, { startTime, endTime }) => sum + endTime - startTime, 0) / 1000;
  const ok = failed === 0 && passed > 0 && ours.length === files.size;
  told(name, ok, seconds, budget);
  total.passed += passed;
  total.failed += ok ? 0 : Math.max(1, failed);
  total.skipped += tests.length - passed - count("failed");
}
// An unhandled error is no file's failure either.
if (status !== 0 && total.failed === 0) total.failed++;

console.log(`\n${lines.join("\n")}\n`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
