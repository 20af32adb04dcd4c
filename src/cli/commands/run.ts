import * as Effect from "effect/Effect";
import type { Scope } from "effect/Scope";
import type { Mistake } from "../../mistake.ts";
import { headerLine, type ExitCode } from "../../report/index.ts";
import type { Task } from "../../search/index.ts";
import { exhaustTasks } from "../exhaust-tasks.ts";
import type { InternalError } from "../failure.ts";
import { standing } from "../progress.ts";
import type { Schedule } from "../schedule.ts";
import { searchTasks, type Searched } from "../search-tasks.ts";
import { shardNamed } from "../shards.ts";
import { version } from "../version.ts";
import { attempt } from "./attempt.ts";
import { searchAndReport, type Searching, type SearchOptions } from "./searching.ts";

export interface RunOptions extends Omit<SearchOptions, "visiting"> {
  /** Seconds after which no more chunks are begun. */
  readonly time: number | undefined;
  /** Whether to sample also where states are few. */
  readonly sampled: boolean;
}

/**
 * So many states are visited at once, in less time than the random runs take; where these are all, every verdict on
 * the task says so, and there is nothing left to sample.
 */
const fewStates = 150_000;

/** Searches the selected tasks: the small ones exhaustively, the others by random runs. */
export const runCommand = (
  options: RunOptions & {
    /** The part of the search that is made here, as the command line has it, e.g. `1/4`. */
    readonly shardAsked: string | undefined;
  },
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.flatMap(
    attempt(() => (options.shardAsked === undefined ? undefined : shardNamed(options.shardAsked))),
    (shard) => searchAndReport({ ...options, shard, visiting: false }, searchedAsInRun(options)),
  );

/** Searches as `run` does. */
export const searchedAsInRun =
  (options: RunOptions) =>
  (searching: Searching): Effect.Effect<readonly Searched[], Mistake | InternalError, Scope> =>
    Effect.suspend(() => {
      const { told, style } = searching.output;
      told(headerLine({ version, ...options }, style));
      return searchedBySize(options)(searching);
    });

/** Searches small tasks exhaustively, and the others by random runs. */
export const searchedBySize =
  (options: Pick<RunOptions, "time" | "workers" | "causes" | "sampled" | "seed" | "runs">) =>
  (searching: Searching): Effect.Effect<readonly Searched[], Mistake | InternalError, Scope> =>
    Effect.gen(function* () {
      const { tasks } = searching;
      const small = options.sampled ? new Map() : yield* visitSmall(options, searching);
      const large = tasks.filter((task) => !small.has(task));
      const sampled = yield* sample(options, large, searching);
      return tasks.map((task) => small.get(task) ?? sampled[large.indexOf(task)]!);
    });

/** Tasks whose states are few, with all that was found of them. */
const visitSmall = (
  { time, workers, causes = false }: Pick<RunOptions, "time" | "workers" | "causes">,
  { project, tasks, stop, ended }: Searching,
): ReturnType<typeof exhaustTasks> =>
  exhaustTasks({
    cwd: project.folders.project,
    tasks: tasks.filter(({ scenario }) => scenario.onlySampled === undefined),
    workers,
    together: true,
    sliced: false,
    // It takes longer to find than such small searches take.
    symmetry: false,
    causes,
    states: fewStates,
    bytes: Number.POSITIVE_INFINITY,
    onlySmall: true,
    began: (boards) => stop.heed(() => boards.stop("interrupted")),
    advanced: (boards) =>
      time !== undefined && performance.now() / 1000 >= time && boards.stop("time"),
    ended,
  });

const sample = (
  {
    seed,
    runs,
    time,
    workers,
    causes = false,
  }: Pick<RunOptions, "seed" | "runs" | "time" | "workers" | "causes">,
  tasks: readonly Task[],
  { project, stop, line, ended }: Searching,
) => {
  const began = performance.now();
  let schedule: Schedule<Task> | undefined;
  let moves = 0;
  return searchTasks({
    cwd: project.folders.project,
    tasks,
    seed,
    runs,
    workers,
    causes,
    began: (made) => {
      schedule = made;
      stop.heed(() => made.stop());
    },
    advanced: (made) => {
      moves += made;
      const [done, of] = schedule!.done;
      const now = performance.now();
      const seconds = (now - began) / 1000;
      if (time !== undefined && seconds >= time) schedule!.stop();
      line.show(now, standing({ done, of, moves, seconds }));
    },
    ended,
  });
};
