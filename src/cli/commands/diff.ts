import { join } from "node:path";
import * as Effect from "effect/Effect";
import {
  differenceLines,
  differenceReport,
  scenarioLine,
  verdictDifference,
  type Runs,
} from "../../gate/index.ts";
import type { Mistake } from "../../mistake.ts";
import { ExitCode, type DifferenceReport, type RunReport } from "../../report/index.ts";
import type { Task, VersionDifference } from "../../search/index.ts";
import { compareTasks } from "../compare-tasks.ts";
import type { InternalError } from "../failure.ts";
import { fromFolder } from "../files.ts";
import { onInterrupt } from "../interrupt.ts";
import { nothingSearched } from "../nothing-searched.ts";
import { outputFor, type Output } from "../output.ts";
import { differencePage, writePage } from "../page/index.ts";
import { ProgressLine } from "../progress.ts";
import { foldersOf } from "../project/config.ts";
import type { Project } from "../project/index.ts";
import { revisions, type Sides } from "../revisions.ts";
import { comparisonOf, meaningsOf, type Comparison } from "../version-pairs.ts";
import { asJson, writeFileIn } from "../write-report.ts";
import { attempt, attemptAsync } from "./attempt.ts";
import { searchedBySize } from "./run.ts";
import { reportOf, Stop } from "./searching.ts";

export interface DiffOptions {
  /** Two versions of the protocol by name, or two revisions of the repository. */
  readonly base: string;
  readonly head: string;
  readonly scenarios: readonly string[];
  /** States of each version in each scenario after which it is only sampled. */
  readonly states: number;
  /** Whether the promises are left out, and facts alone are compared. */
  readonly factsOnly: boolean;
  /** Of the random runs that judge promises where there are too many states. */
  readonly runs: number;
  readonly seed: number;
  readonly workers: number;
  readonly json: boolean;
  readonly color: boolean | undefined;
}

/** What a comparison works with. */
interface Comparing {
  readonly options: DiffOptions;
  readonly output: Output;
  readonly line: ProgressLine;
  readonly stop: Stop;
}

/** Tells what somebody can newly learn, keep or do under another version, and what has become better. */
export const diffCommand = (
  options: DiffOptions,
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.scoped(
    Effect.gen(function* () {
      const output = outputFor(options);
      const stop = new Stop();
      const line = new ProgressLine(output, performance.now());
      const comparing = { options, output, line, stop };
      yield* onInterrupt(() => stop.interrupt());
      const { base, head } = options;
      // What was checked out goes however this ends.
      const sides = yield* Effect.acquireRelease(
        attemptAsync(() => revisions(process.cwd(), base, head)),
        ({ end }) => Effect.sync(end),
      );
      yield* attempt(() => meaningsOf(sides.head));
      const comparison = yield* attempt(() => comparisonOf(sides, options));
      const found = yield* compared(sides, comparison, comparing);
      const runs =
        options.factsOnly || stop.interrupted
          ? undefined
          : yield* judged(sides, comparison, comparing);
      line.clear();
      const report = differenceReport(base, head, found, {
        promises: runs && verdictDifference(runs),
        partial: stop.interrupted
          ? { done: found.length, of: comparison.pairs.length, judged: runs !== undefined }
          : undefined,
      });
      const page = yield* attemptAsync(() => written(report, sides, comparison));
      output.told("", ...differenceLines(report, output.style));
      output.told(`report: ${fromFolder(process.cwd(), page)}`);
      if (options.json) output.out(asJson(report).trimEnd());
      if (stop.interrupted) return ExitCode.interrupted;
      return report.improvement ? ExitCode.ok : ExitCode.broken;
    }),
  );

/** Writes the page of a difference into the project as it is here, whatever was checked out. */
const written = (
  report: DifferenceReport,
  { base, head, same }: Sides,
  comparison: Comparison,
): Promise<string> => {
  const folder = join(foldersOf(process.cwd()).reports, "difference");
  writeFileIn(folder, "run.json", asJson(nothingSearched(head)));
  return differencePage(report, { head, base: same ? undefined : base, ...comparison }).then(
    (difference) => writePage(head, folder, { difference }),
  );
};

/** What differs in each story, told as soon as it is known. */
const compared = (
  { base, head }: Sides,
  { pairs }: Comparison,
  { options, output, line, stop }: Comparing,
): Effect.Effect<readonly VersionDifference[], Mistake | InternalError> =>
  Effect.scoped(
    compareTasks({
      sides: { base: base.folders.project, head: head.folders.project },
      asked: { base: options.base, head: options.head, scenarios: options.scenarios },
      count: pairs.length,
      workers: options.workers,
      states: options.states,
      began: (end) => stop.heed(end),
      advanced: (done) => line.show(performance.now(), `${done} of ${pairs.length} compared`),
      ended: (difference) => {
        line.clear();
        output.told(scenarioLine(difference, output.style));
      },
    }),
  );

/** Both sides, each judged by its own promises in its own scenarios. */
const judged = (
  { base, head }: Sides,
  { judged: tasks, versions }: Comparison,
  comparing: Comparing,
): Effect.Effect<Runs, Mistake | InternalError> =>
  Effect.gen(function* () {
    return {
      base: yield* judgedSide(base, tasks.base, comparing),
      head: yield* judgedSide(head, tasks.head, comparing),
      versions,
    };
  });

const judgedSide = (
  project: Project,
  tasks: readonly Task[],
  { options, output, line, stop }: Comparing,
): Effect.Effect<RunReport, Mistake | InternalError> =>
  Effect.scoped(
    Effect.gen(function* () {
      const search = { ...options, time: undefined, sampled: false, cache: false };
      const ended = (): void => line.clear();
      const searching = { project, tasks, output, stop, line, ended, found: [] };
      const searched = yield* searchedBySize(search)(searching);
      return yield* attempt(() =>
        reportOf(options, project, { searched, leftOut: [], whole: false }),
      );
    }),
  );
