import * as Effect from "effect/Effect";
import type { Scope } from "effect/Scope";
import type { Mistake } from "../../mistake.ts";
import { counted, headerLine, type ExitCode } from "../../report/index.ts";
import { fewStates, isWorthGuiding, type Task } from "../../search/index.ts";
import { exhaustTasks } from "../exhaust-tasks.ts";
import type { InternalError } from "../failure.ts";
import { movesToTry } from "../found-before.ts";
import { standing } from "../progress.ts";
import type { Schedule } from "../schedule.ts";
import { ResultCache } from "../result-cache.ts";
import { searchTasks, type Searched } from "../search-tasks.ts";
import { shardNamed } from "../shards.ts";
import { version } from "../version.ts";
import { attempt } from "./attempt.ts";
import { searchAndReport, type Searching, type SearchOptions } from "./searching.ts";

export interface RunOptions extends Omit<SearchOptions, "visiting"> {
  /** Whether what is known of tasks from an earlier run is taken from there. */
  readonly cache: boolean;
  /** Seconds after which no more chunks are begun. */
  readonly time: number | undefined;
  /** Whether to sample also where states are few. */
  readonly sampled: boolean;
  /** Whether runs are led by what earlier ones came to; where that pays, if left out. */
  readonly guided?: boolean | undefined;
}

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

type Effort = Pick<
  RunOptions,
  "time" | "workers" | "causes" | "sampled" | "guided" | "seed" | "runs" | "cache"
>;

/** Searches small tasks exhaustively, and the others by random runs. */
export const searchedBySize =
  (effort: Effort) =>
  (searching: Searching): Effect.Effect<readonly Searched[], Mistake | InternalError, Scope> =>
    Effect.gen(function* () {
      const { tasks, output } = searching;
      const began = performance.now();
      const cache = effort.cache ? yield* attempt(() => cacheOf(effort, searching)) : undefined;
      const done = new Map<Task, Searched>();
      for (const task of tasks) {
        const known = cache?.get(task);
        if (known) done.set(task, known);
      }
      if (cache)
        output.told(
          `${done.size} of ${counted(tasks.length, "task")} are as they were: taken from the cache`,
        );
      const open = tasks.filter((task) => !done.has(task));
      const ended = (task: Task, searched: Searched): void => {
        cache?.put(task, searched);
        done.set(task, searched);
      };
      const rest = { ...searching, tasks: open };
      if (!effort.sampled)
        for (const [task, searched] of yield* visitSmall(effort, rest, began))
          ended(task, searched);
      const large = open.filter((task) => !done.has(task));
      const sampled = yield* sample(effort, large, searching, began);
      large.forEach((task, at) => ended(task, sampled[at]!));
      return tasks.map((task) => done.get(task)!);
    });

const cacheOf = (
  { seed, runs, sampled, guided, causes = false }: Effort,
  { project, found }: Searching,
): ResultCache =>
  new ResultCache(project, {
    seed,
    runs,
    causes,
    sampled,
    guided,
    tried: (task) => movesToTry(found, task),
  });

/** Tasks whose states are few, with all that was found of them. Half of the time is left to the others. */
const visitSmall = (
  { time, workers, causes = false }: Pick<RunOptions, "time" | "workers" | "causes">,
  { project, tasks, stop, ended }: Searching,
  began: number,
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
      time !== undefined && performance.now() - began >= (1000 * time) / 2 && boards.stop("time"),
    ended,
  });

const sample = (
  { seed, runs, time, workers, guided, causes = false }: Effort,
  tasks: readonly Task[],
  { project, stop, line, ended, found }: Searching,
  begun: number,
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
    guided: (task) => guided ?? isWorthGuiding(task),
    causes,
    weakestFirst: time !== undefined,
    tried: (task) => movesToTry(found, task),
    began: (made) => {
      schedule = made;
      stop.heed(() => made.stop());
    },
    advanced: (made) => {
      moves += made;
      const [done, of] = schedule!.done;
      const now = performance.now();
      if (time !== undefined && now - begun >= 1000 * time) schedule!.stop();
      line.show(now, standing({ done, of, moves, seconds: (now - began) / 1000 }));
    },
    ended,
  });
};
