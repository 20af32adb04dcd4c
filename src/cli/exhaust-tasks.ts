import * as Effect from "effect/Effect";
import type { Scope } from "effect/Scope";
import { MessageChannel } from "node:worker_threads";
import type { Mistake } from "../mistake.ts";
import { exercised, measured } from "../report/index.ts";
import type { Standing, Task } from "../search/index.ts";
import { Board } from "./board.ts";
import type { Saving } from "./checkpoint/index.ts";
import type { InternalError } from "./failure.ts";
import type { Answer, Job } from "./jobs.ts";
import { hands, type Hand } from "./pool.ts";
import { nameOf } from "./project/project.ts";
import type { Searched } from "./search-tasks.ts";

/** What is searched exhaustively, within which bounds of effort, and by how many threads. */
export interface Exhausting {
  readonly cwd: string;
  readonly tasks: readonly Task[];
  readonly workers: number;
  /** All kinds of fault in one search; otherwise one search for each kind. */
  readonly together: boolean;
  /** One search for each slice, instead of the whole task. */
  readonly sliced: boolean;
  /** Whether of states that differ only in interchangeable names, one is visited for all. */
  readonly symmetry: boolean;
  /** Whether every cause of a break is asked for, instead of one of each kind of break. */
  readonly causes: boolean;
  /** States after which the search of a task ends; and bytes that those of all tasks may take at a time. */
  readonly states: number;
  readonly bytes: number;
  /** Whether tasks that turn out larger are given up early and left out of what is answered. */
  readonly onlySmall: boolean;
  /** Where the search of the only task is saved and goes on from, if that is asked for. */
  readonly saving?: Saving | undefined;
  /** Is called before the first search, e.g. to stop them later. */
  readonly began: (boards: Boards) => void;
  /** Is called a few times a second. */
  readonly advanced: (boards: Boards) => void;
  /** Is called whenever a task is done. */
  readonly ended: (searched: Searched) => void;
}

/** The boards of all threads, and how many tasks are done. */
export class Boards {
  readonly tasks: number;
  done = 0;
  readonly #boards = new Map<Hand, Board>();
  #stopped: "interrupted" | "time" | undefined;

  constructor(tasks: number) {
    this.tasks = tasks;
  }

  /** Ends all searches; those that have not begun do not begin any more. */
  stop(reason: "interrupted" | "time"): void {
    this.#stopped ??= reason;
    for (const board of this.#boards.values()) board.stop(reason);
  }

  /** A new board for a thread's next search. */
  boardFor(hand: Hand): Board {
    const board = new Board();
    if (this.#stopped) board.stop(this.#stopped);
    this.#boards.set(hand, board);
    return board;
  }

  /** How far the searches are that are under way. */
  get standings(): readonly Standing[] {
    return [...this.#boards.values()].flatMap(({ standing }) => standing ?? []);
  }
}

/** Milliseconds between two looks at how far searches are. */
export const lookEvery = 200;

/** Who searches one task at a time: one thread, or two where more are there than tasks. */
interface Crew {
  readonly searcher: Hand;
  readonly keeper: Hand | undefined;
}

const crewsOf = (team: readonly Hand[], tasks: number): readonly Crew[] =>
  team.slice(0, tasks).map((searcher, at) => ({ searcher, keeper: team[tasks + at] }));

/**
 * Searches tasks exhaustively, each by one thread, or by two where more are there than tasks. Answers what was found of
 * each, in the order of the tasks.
 */
export const exhaustTasks = (
  exhausting: Exhausting,
): Effect.Effect<ReadonlyMap<Task, Searched>, Mistake | InternalError, Scope> =>
  Effect.gen(function* () {
    const { cwd, tasks, workers, onlySmall, began, advanced } = exhausting;
    const boards = new Boards(tasks.length);
    began(boards);
    // A small search is over before a second thread has loaded what it needs.
    const most = onlySmall ? tasks.length : 2 * tasks.length;
    const team = yield* hands(Math.max(1, Math.min(workers, most)), { cwd });
    const crews = crewsOf(team, tasks.length);
    yield* Effect.acquireRelease(
      Effect.sync(() => setInterval(() => advanced(boards), lookEvery)),
      (timer) => Effect.sync(() => clearInterval(timer)),
    );
    const waiting = [...tasks];
    const found = new Map<Task, Searched>();
    const work = (crew: Crew): Effect.Effect<void, Mistake | InternalError> =>
      Effect.gen(function* () {
        for (let task = waiting.shift(); task; task = waiting.shift()) {
          const searched = yield* exhausted(crew, task, boards, exhausting, crews.length);
          boards.done++;
          if (!searched) continue;
          found.set(task, searched);
          exhausting.ended(searched);
        }
      });
    yield* Effect.forEach(crews, work, { concurrency: "unbounded", discard: true });
    return found;
  });

const exhausted = (
  crew: Crew,
  task: Task,
  boards: Boards,
  { together, sliced, symmetry, causes, states, bytes, onlySmall, saving }: Exhausting,
  crews: number,
): Effect.Effect<Searched | undefined, Mistake | InternalError> =>
  Effect.gen(function* () {
    const began = performance.now();
    const board = boards.boardFor(crew.searcher);
    const {
      outcome,
      accounts,
      tables,
      bytes: taken,
    } = yield* searchedBy(crew, {
      kind: "exhaust",
      task: nameOf(task),
      together,
      sliced,
      symmetry,
      causes,
      states,
      bytes: bytes / crews,
      onlySmall,
      board: board.memory,
      saving,
    });
    if (onlySmall && outcome.partial) return undefined;
    const { ignored, blocked, unsettled, moves, exhaustion } = outcome;
    const seconds = (performance.now() - began) / 1000;
    const visited = exhaustion!.passes.reduce(
      (sum, pass) => sum + (pass.symmetry?.visited ?? pass.states),
      0,
    );
    return {
      material: { ...task, outcome, accounts },
      telemetry: {
        ...nameOf(task),
        seconds,
        ignored,
        blocked,
        unsettled,
        ...exercised(outcome),
        tables: tables.map((table) => measured(table, moves)),
        visited: { statesPerSecond: Math.round(visited / seconds), bytes: taken },
      },
    };
  });

type Search = Omit<Extract<Job, { kind: "exhaust" }>, "keeper">;

const searchedBy = (
  { searcher, keeper }: Crew,
  search: Search,
): Effect.Effect<Answer<"exhaust">, Mistake | InternalError> => {
  if (!keeper) return searcher.ask({ ...search, keeper: undefined });
  const { port1, port2 } = new MessageChannel();
  const searching = searcher.ask({ ...search, keeper: port1 }, [port1]);
  const keeping = keeper.ask({ kind: "keep", searcher: port2 }, [port2]);
  return Effect.map(
    Effect.all([searching, keeping], { concurrency: "unbounded" }),
    ([answer]) => answer,
  );
};
