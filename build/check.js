/** Types, lint, format and dead code, at once; prints the time of each, and all that the failing ones said. */
import "../bin/supported-node.js";
import { capture } from "./run.js";

/** Per check: the command, and what its output must show for it to have looked at anything. */
const checks = {
  types: { command: ["tsc", "-p", ".", "--extendedDiagnostics"], saw: /^Files:\s+[1-9]/m },
  "page types": {
    command: ["tsc", "-p", "src/page", "--extendedDiagnostics"],
    saw: /^Files:\s+[1-9]/m,
  },
  lint: {
    command: ["oxlint", "--type-aware", "--deny-warnings"],
    saw: /on [1-9]\d* files? with [1-9]\d* rules/,
  },
  format: { command: ["oxfmt", "--check", "."], saw: /on [1-9]\d* files?/ },
  "dead code": { command: ["knip", "--no-progress"], saw: /^/ },
};

const outcomes = await Promise.all(
  Object.entries(checks).map(async ([name, { command, saw }]) => {
    const { status, seconds, output } = await capture(command[0], command.slice(1));
    return { name, seconds, output, ok: status === 0 && saw.test(output) };
  }),
);

for (const { name, ok, seconds, output } of outcomes) {
  if (!ok) console.log(output.replace(/^(?:[A-Z][\w /]+):\s+[\d.]+[sK]?$\n/gm, ""));
  console.log(`${ok ? "ok  " : "FAIL"} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s`);
}
const failed = outcomes.filter(({ ok }) => !ok).length;
console.log(`${outcomes.length - failed} checks passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
