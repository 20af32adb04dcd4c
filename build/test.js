/**
 * The whole suite, part by part, each against its budget on two cores; `--deep` runs the long searches instead, and the
 * tests of engine and models with all of their random material.
 * Nothing is stopped at its budget, since machines differ: it is marked, and only at six times the budget is a part
 * taken to hang. A part that tested nothing has failed. Ends with a plain line: N passed, N failed, N skipped.
 */
import "../bin/supported-node.js";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./run.js";

/** Seconds that each part may take: steps are commands and count as one test each, suites are projects of vitest. */
const steps = {
  build: { budget: 10, command: ["npm", "run", "--silent", "build"] },
  check: { budget: 30, command: ["node", "build/check.js"] },
};
const isDeep = process.argv.includes("--deep");
if (isDeep) process.env.SEALCHECK_DEEP = "1";
const suites = isDeep
  ? { engine: 600, models: 300, deep: 1800 }
  : { engine: 90, models: 60, shell: 45, pages: 60, packaging: 20 };

const results = mkdtempSync(join(tmpdir(), "sealcheck-test-"));
const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];

const part = async (name, budget, [command, ...args]) => {
  console.log(`\n== ${name}`);
  const { status, seconds } = await run(command, args, { seconds_max: 6 * budget });
  lines.push(
    [
      status === 0 ? "ok  " : "FAIL",
      name.padEnd(10),
      `${seconds.toFixed(1).padStart(7)} s of ${String(budget).padStart(4)} s`,
      seconds > budget ? "  over budget" : "",
    ].join(" "),
  );
  return status;
};

/** What vitest counted; undefined where it died before it could say. */
const counted = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
};

for (const [name, { budget, command }] of Object.entries(steps))
  total[(await part(name, budget, command)) === 0 ? "passed" : "failed"]++;

for (const [name, budget] of Object.entries(suites)) {
  const file = join(results, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const status = await part(name, budget, ["vitest", "run", "--project", name, ...reporters]);
  const { numPassedTests = 0, numFailedTests = 0, ...rest } = counted(file) ?? {};
  total.passed += numPassedTests;
  total.failed += numFailedTests;
  total.skipped += (rest.numPendingTests ?? 0) + (rest.numTodoTests ?? 0);
  // A file that did not load, an unhandled error, nothing found: a failure that vitest counts as no test's.
  if (numFailedTests === 0 && (status !== 0 || numPassedTests === 0)) total.failed++;
}
rmSync(results, { recursive: true });

console.log(`\n${lines.join("\n")}\n`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
