import * as Effect from "effect/Effect";
import type { Scope } from "effect/Scope";
import type { Mistake } from "../mistake.ts";
import type { TaskMaterial, TaskTelemetry } from "../report/index.ts";
import { exercised, measured } from "../report/index.ts";
import type { TableSize, Task } from "../search/index.ts";
import { evidenceSoFar } from "./evidence-so-far.ts";
import type { InternalError } from "./failure.ts";
import { hands, type Hand } from "./pool.ts";
import { nameOf } from "./project/project.ts";
import { Schedule, type Progress } from "./schedule.ts";

/** What is searched, how far, and by how many threads. */
export interface Searching {
  readonly cwd: string;
  readonly tasks: readonly Task[];
  readonly seed: number;
  readonly runs: number;
  readonly workers: number;
  /** Whether a task's runs are led by what earlier ones came to. */
  readonly guided: (task: Task) => boolean;
  /** Whether every cause of a break is asked for, instead of one of each kind of break. */
  readonly causes: boolean;
  /** Whether the next chunk is for the task of which least is known; otherwise one task comes after another. */
  readonly weakestFirst: boolean;
  /** Stories of a task that are tried before what random runs find. */
  readonly tried: (task: Task) => readonly (readonly string[])[];
  /** Is called with the schedule before the first chunk, e.g. to stop it later. */
  readonly began: (schedule: Schedule<Task>) => void;
  /** Is called whenever a chunk has ended, with the moves it made. */
  readonly advanced: (moves: number) => void;
  /** Is called whenever all of a task is done. */
  readonly ended: (searched: Searched) => void;
}

/** A task that was searched, with what was measured on the way. */
export interface Searched {
  readonly material: TaskMaterial;
  readonly telemetry: TaskTelemetry;
}

interface Measures {
  seconds: number;
  readonly tables: Map<string, TableSize>;
}

/**
 * Searches all tasks on worker threads. Stopped early, it still puts together what was found: the outcomes then say
 * that they are partial. The first failure of a worker ends everything.
 */
export const searchTasks = (
  searching: Searching,
): Effect.Effect<readonly Searched[], Mistake | InternalError, Scope> =>
  Effect.gen(function* () {
    const { cwd, tasks, seed, runs, guided } = searching;
    const weakest = searching.weakestFirst ? evidenceSoFar : undefined;
    const schedule = new Schedule(tasks, { seed, runs, guided, weakest });
    searching.began(schedule);
    if (tasks.length === 0) return [];
    const chunks = tasks.length * schedule.chunkCount;
    const team = yield* hands(Math.max(1, Math.min(searching.workers, chunks)), { cwd });
    const measures = new Map<Task, Measures>(
      tasks.map((task) => [task, { seconds: 0, tables: new Map() }]),
    );
    const found = new Map<Task, Searched>();
    const finish = (
      hand: Hand,
      progress: Progress<Task>,
    ): Effect.Effect<void, Mistake | InternalError> =>
      Effect.map(merged(hand, progress, schedule, measures, searching), (searched) => {
        found.set(progress.task, searched);
        searching.ended(searched);
      });
    yield* Effect.forEach(team, (hand) => working(hand, schedule, searching, measures, finish), {
      concurrency: "unbounded",
      discard: true,
    });
    const rest = schedule.tasks.filter(({ task }) => !found.has(task));
    yield* Effect.forEach(
      team,
      (hand, at) =>
        Effect.forEach(
          rest.filter((_, index) => index % team.length === at),
          (progress) => finish(hand, progress),
          { discard: true },
        ),
      { concurrency: "unbounded", discard: true },
    );
    return tasks.map((task) => found.get(task)!);
  });

/** One thread at work until there is nothing left for it. */
const working = (
  hand: Hand,
  schedule: Schedule<Task>,
  searching: Searching,
  measures: ReadonlyMap<Task, Measures>,
  finish: (hand: Hand, progress: Progress<Task>) => Effect.Effect<void, Mistake | InternalError>,
): Effect.Effect<void, Mistake | InternalError> =>
  Effect.gen(function* () {
    let last: Progress<Task> | undefined;
    for (;;) {
      const next = schedule.take(last);
      if (!next) {
        if (!schedule.holds) return;
        yield* Effect.callback<void>((resume) => schedule.later(() => resume(Effect.void)));
        continue;
      }
      last = next.progress;
      const { task } = next.progress;
      const measure = measures.get(task)!;
      const began = performance.now();
      const job = { kind: "chunk", task: nameOf(task), chunk: next.chunk } as const;
      const { result, tables } = yield* hand.ask(job);
      measure.seconds += (performance.now() - began) / 1000;
      for (const table of tables) keepLarger(measure.tables, table);
      searching.advanced(result.moves);
      if (schedule.put(next.progress, result)) yield* finish(hand, next.progress);
    }
  });

const keepLarger = (tables: Map<string, TableSize>, table: TableSize): void => {
  const before = tables.get(table.name);
  if (!before || before.entries <= table.entries) tables.set(table.name, table);
};

const merged = (
  hand: Hand,
  { task, results }: Progress<Task>,
  { chunkCount }: Schedule<Task>,
  measures: ReadonlyMap<Task, Measures>,
  { causes, tried }: Searching,
): Effect.Effect<Searched, Mistake | InternalError> =>
  Effect.gen(function* () {
    const began = performance.now();
    const measure = measures.get(task)!;
    const partial = results.length < chunkCount;
    const { outcome, accounts } = yield* hand.ask({
      kind: "merge",
      task: nameOf(task),
      chunks: results,
      partial,
      causes,
      tried: tried(task),
    });
    const { ignored, blocked, unsettled, moves } = outcome;
    const tables = [...measure.tables.values()].map((table) => measured(table, moves));
    const seconds = measure.seconds + (performance.now() - began) / 1000;
    return {
      material: { ...task, outcome, accounts },
      telemetry: {
        ...nameOf(task),
        seconds,
        ignored,
        blocked,
        unsettled,
        ...exercised(outcome),
        tables,
        visited: undefined,
      },
    };
  });
