import * as Effect from "effect/Effect";
import * as Queue from "effect/Queue";
import type { Scope } from "effect/Scope";
import type { Mistake } from "../mistake.ts";
import {
  attackersOf,
  type AttackAsk,
  type Attackers,
  type Task,
  type Visited,
} from "../search/index.ts";
import { Boards, lookEvery } from "./exhaust-tasks.ts";
import { sorted, type InternalError } from "./failure.ts";
import { hands, type Hand } from "./pool.ts";
import { mistakeOf } from "./project/blame.ts";
import { nameOf } from "./project/project.ts";

/** Whose adversaries are looked at, how far, and by how many threads. */
export interface Attacking {
  readonly cwd: string;
  readonly tasks: readonly Task[];
  /** Only this adversary; all, if left out. */
  readonly adversary: string | undefined;
  readonly workers: number;
  /** States of one search after which it stops. */
  readonly states: number;
  /** Is called before the first search, e.g. to stop them later. */
  readonly began: (boards: Boards) => void;
  /** Is called a few times a second, with how many searches have begun. */
  readonly advanced: (boards: Boards, searches: number) => void;
  /** Is called whenever a task is done, in the order of the tasks. */
  readonly ended: (attackers: Attackers) => void;
}

type Failing = Mistake | InternalError;

/**
 * Tells of each task which adversary breaks what, and by what; in the order of the tasks, and the same for any number of
 * threads. A search that is stopped, or does not begin any more, leaves what it would have shown inconclusive.
 */
export const attackTasks = (
  attacking: Attacking,
): Effect.Effect<readonly Attackers[], Failing, Scope> =>
  Effect.gen(function* () {
    const { cwd, tasks, workers, began } = attacking;
    const boards = new Boards(tasks.length);
    began(boards);
    const team = yield* hands(workers, { cwd });
    const idle = yield* Queue.unbounded<Hand>();
    yield* Queue.offerAll(idle, team);
    let searches = 0;
    yield* Effect.acquireRelease(
      Effect.sync(() => setInterval(() => attacking.advanced(boards, searches), lookEvery)),
      (timer) => Effect.sync(() => clearInterval(timer)),
    );
    const visit = (task: Task, ask: AttackAsk): Effect.Effect<Visited, Failing> =>
      Effect.gen(function* () {
        const hand = yield* Queue.take(idle);
        searches++;
        const visited = yield* searched(hand, task, ask, boards, attacking);
        yield* Queue.offer(idle, hand);
        return visited;
      });
    const found: Attackers[] = [];
    let told = 0;
    const end = (at: number, attackers: Attackers): void => {
      boards.done++;
      found[at] = attackers;
      for (; found[told]; told++) attacking.ended(found[told]!);
    };
    yield* Effect.forEach(
      tasks,
      (task, at) =>
        Effect.map(attackersIn(task, attacking, visit), (attackers) => end(at, attackers)),
      { concurrency: workers, discard: true },
    );
    return found;
  });

const attackersIn = (
  task: Task,
  { adversary }: Attacking,
  visit: (task: Task, ask: AttackAsk) => Effect.Effect<Visited, Failing>,
): Effect.Effect<Attackers, Failing> =>
  Effect.gen(function* () {
    const searching = attackersOf(task, adversary);
    const going = (answers: readonly Visited[]): ReturnType<typeof searching.next> => {
      try {
        return searching.next(answers);
      } catch (error) {
        throw mistakeOf(error, task) ?? error;
      }
    };
    let step = yield* Effect.try({ try: () => going([]), catch: sorted });
    while (!step.done) {
      const answers = yield* Effect.forEach(step.value, (ask) => visit(task, ask), {
        concurrency: "unbounded",
      });
      step = yield* Effect.try({ try: () => going(answers), catch: sorted });
    }
    return step.value;
  });

const searched = (
  hand: Hand,
  task: Task,
  ask: AttackAsk,
  boards: Boards,
  { states }: Attacking,
): Effect.Effect<Visited, Failing> => {
  const board = boards.boardFor(hand);
  if (board.stopped) return Effect.succeed({ came: [], complete: false });
  return hand.ask({ kind: "attack", task: nameOf(task), ask, states, board: board.memory });
};
