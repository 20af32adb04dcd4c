import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { application } from "../../src/cli/page/application.ts";
import { accept, gate, gatePage, noTeeth, nothingAccepted } from "../../src/gate/index.ts";
import { pageOf } from "../../src/report/html/index.ts";
import { buildReport, type RunReport } from "../../src/report/index.ts";
import { door, doorTask, materialOf, peeped } from "../report/material.ts";

const reviewed = { by: "Ana", today: "2026-03-01", reason: "glass is glass", only: [] };

/**
 * The page of a run, as the gate sees it on a day: one break was let through until 2026-09-01, another one nobody has
 * accepted.
 */
export const gatePageOn = (folder: string, today: string): string => {
  const otherWay = {
    ...peeped,
    cause: { ...peeped.cause, id: "another-cause-00", steps: ["person: user.look do peep"] },
  };
  const runOf = (...found: readonly (typeof peeped)[]): RunReport =>
    JSON.parse(
      JSON.stringify(
        buildReport(materialOf([doorTask(door("glass"), { counterexamples: found })])),
      ),
    ) as RunReport;
  const accepted = accept(nothingAccepted, runOf(peeped), { ...reviewed, expires: "2026-09-01" });
  const run = runOf(peeped, otherWay);
  const report = gate({ run, accepted, today, teeth: noTeeth, declared: "", said: "" });
  const file = join(folder, `${today}.html`);
  writeFileSync(
    file,
    pageOf({
      run,
      scenes: undefined,
      gate: gatePage(report, run),
      explorer: undefined,
      ...application(),
    }),
  );
  return file;
};
