import { join } from "node:path";
import * as Effect from "effect/Effect";
import {
  differenceLines,
  differenceReport,
  verdictDifference,
  type Runs,
} from "../../gate/index.ts";
import type { Mistake } from "../../mistake.ts";
import type { Meanings } from "../../promise/index.ts";
import { ExitCode, type DifferenceReport, type RunReport } from "../../report/index.ts";
import { differenceOf, type Task, type VersionDifference } from "../../search/index.ts";
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
import { meaningsOf, pairsOf, type Pair } from "../version-pairs.ts";
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
      const meanings = yield* attempt(() => meaningsOf(sides.head));
      const pairs = yield* attempt(() => pairsOf(sides, options));
      const found = yield* compared(pairs, meanings, comparing);
      const runs = options.factsOnly ? undefined : yield* judged(sides, pairs, comparing);
      line.clear();
      const report = differenceReport(base, head, found, {
        promises: runs && verdictDifference(runs),
        partial: stop.interrupted ? { done: found.length, of: pairs.length } : undefined,
      });
      const page = yield* attemptAsync(() => written(report, sides, pairs));
      output.told(...differenceLines(report, output.style));
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
  pairs: readonly Pair[],
): Promise<string> => {
  const folder = join(foldersOf(process.cwd()).reports, "difference");
  writeFileIn(folder, "run.json", asJson(nothingSearched(head)));
  return differencePage(report, { head, base: same ? undefined : base, pairs }).then((difference) =>
    writePage(head, folder, { difference }),
  );
};

/** What differs in each story. Between two of them, whoever interrupts is heard. */
const compared = (
  pairs: readonly Pair[],
  meanings: Meanings,
  { options, line, stop }: Comparing,
): Effect.Effect<readonly VersionDifference[], Mistake | InternalError> =>
  Effect.gen(function* () {
    const found: VersionDifference[] = [];
    for (const [at, { base, head }] of pairs.entries()) {
      yield* Effect.promise(() => new Promise((resolve) => setImmediate(resolve)));
      if (stop.interrupted) break;
      line.show(performance.now(), `${at} of ${pairs.length}: ${head.scenarioName}`);
      found.push(yield* attempt(() => differenceOf(base, head, meanings, options.states)));
    }
    return found;
  });

/** Both sides, each judged by its own promises in its own scenarios. */
const judged = (
  sides: { readonly base: Project; readonly head: Project },
  pairs: readonly Pair[],
  comparing: Comparing,
): Effect.Effect<Runs, Mistake | InternalError> =>
  Effect.gen(function* () {
    const versions = new Map(pairs.map((pair) => [pair.head.protocol.name, pair.versions]));
    const run = (project: Project, tasks: readonly Task[]) => judgedSide(project, tasks, comparing);
    return {
      base: yield* run(
        sides.base,
        own(pairs, (pair) => pair.judgedBase),
      ),
      head: yield* run(
        sides.head,
        own(pairs, (pair) => pair.head),
      ),
      versions: [...versions.values()],
    };
  });

const own = (pairs: readonly Pair[], side: (pair: Pair) => Task | undefined): readonly Task[] =>
  pairs.flatMap((pair) => side(pair) ?? []);

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
