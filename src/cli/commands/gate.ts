import * as Effect from "effect/Effect";
import type { Mistake } from "../../mistake.ts";
import { excusedBy, gate, gateLines, gatePage, type Compared } from "../../gate/index.ts";
import { ExitCode } from "../../report/index.ts";
import { acceptedIn } from "../accepted-file.ts";
import type { InternalError } from "../failure.ts";
import { dayOf } from "../day.ts";
import { declaredHash, teethIn } from "../teeth-file.ts";
import { foldersOf } from "../project/config.ts";
import { saidHash } from "../project/index.ts";
import { attempt } from "./attempt.ts";
import { searchedAsInRun, type RunOptions } from "./run.ts";
import { searchAndReport, type Conclusion } from "./searching.ts";

export interface GateOptions extends Omit<
  RunOptions,
  "scenarios" | "protocol" | "sampled" | "visiting"
> {
  /** The day as of which acceptances count; today, if left out. */
  readonly date: string | undefined;
}

/** Searches every version of the protocol and judges what is found by what was accepted, and by nothing else. */
export const gateCommand = (
  options: GateOptions,
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.flatMap(
    // Before minutes of searching: what is wrong with the file of acceptances is known at once.
    attempt(() => ({
      accepted: acceptedIn(foldersOf(process.cwd()).reports),
      teeth: teethIn(foldersOf(process.cwd()).reports),
      declared: declaredHash(foldersOf(process.cwd())),
      said: saidHash(foldersOf(process.cwd())),
      today: dayOf(options.date),
    })),
    (basis) => {
      const all = { ...options, scenarios: [], protocol: undefined, sampled: false };
      const asked = { ...all, causes: true, versionsOnly: true, visiting: false };
      return searchAndReport(asked, searchedAsInRun(asked), judged(basis));
    },
  );

const judged =
  (basis: Omit<Compared, "run">): Conclusion =>
  (run, { output: { style }, stop, reportFile }) => {
    const report = gate({ run, ...basis });
    const { rules, passed } = report;
    const kept = rules.filter((rule) => rule.passed).length;
    return {
      lines: [...gateLines(report, style), `report: ${reportFile}`],
      last: `${kept} passed, ${rules.length - kept} failed, 0 skipped`,
      code: stop.interrupted ? ExitCode.interrupted : passed ? ExitCode.ok : ExitCode.broken,
      json: report,
      showing: { run, excuse: excusedBy(report), rules },
      gate: gatePage(report, run),
    };
  };
