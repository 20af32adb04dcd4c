import { monitorsOf, worldOf, type Task } from "../search/task.ts";
import { MoveList, type World } from "../world/index.ts";

/** What walking through two versions of a task in lock-step showed. */
export interface Likeness {
  /** Whether no move on offer, no fact, and nothing that a promise reads in a fact ever differed. */
  readonly alike: boolean;
  /** Whether every state was visited. */
  readonly complete: boolean;
  /** Pairs of states that were visited. */
  readonly pairs: number;
  /** The world of the changed version, e.g. to see what it came to. */
  readonly changed: World;
}

/** A world, with all that its promises read in the facts of a step. */
interface Watched {
  readonly world: World;
  readonly readings: string[];
}

const watchedWorld = (task: Task): Watched => {
  const readings: string[] = [];
  const monitors = monitorsOf(task).map((monitor, at) => ({
    ...monitor,
    step: (state: number, symbol: number): number => {
      readings.push(`${at} ${symbol}`);
      return monitor.step(state, symbol);
    },
  }));
  return { world: worldOf(task, monitors), readings };
};

/**
 * Visits the states of two versions of a task together, up to so many pairs: after the same moves, are the same moves
 * on offer, and do they bring about the same facts? Promises speak of facts alone, so versions that are alike keep and
 * break the same promises, as far as this goes.
 */
export const likenessOf = (honest: Task, changed: Task, pairsMost: number): Likeness => {
  const [left, right] = [watchedWorld(honest), watchedWorld(changed)];
  left.world.begin();
  right.world.begin();
  const queue = [[left.world.save(), right.world.save()] as const];
  const known = new Set([keyOf(queue[0]!)]);
  const result = (alike: boolean, complete: boolean): Likeness => ({
    alike,
    complete,
    pairs: known.size,
    changed: right.world,
  });
  for (let turn = 0; turn < queue.length; turn++) {
    const [one, other] = queue[turn]!;
    left.world.load(one);
    right.world.load(other);
    const offers = offersOf(left.world);
    const others = offersOf(right.world);
    if (offers.join("\n") !== others.join("\n")) return result(false, false);
    for (let at = 0; at < offers.length; at++) {
      if (stepOf(left, one, at) !== stepOf(right, other, at)) return result(false, false);
      const pair = [left.world.save(), right.world.save()] as const;
      const key = keyOf(pair);
      if (known.has(key)) continue;
      if (known.size >= pairsMost) return result(true, false);
      known.add(key);
      queue.push(pair);
    }
  }
  return result(true, true);
};

const keyOf = ([one, other]: readonly [Int32Array, Int32Array]): string =>
  `${trimmed(one).join()};${trimmed(other).join()}`;

/** Slots that came later count as zero. */
const trimmed = (state: Int32Array): Int32Array => {
  let end = state.length;
  while (end > 0 && state[end - 1] === 0) end--;
  return state.subarray(0, end);
};

const offersOf = ({ offers }: World): readonly string[] => offers.names();

/** Makes a move of a state, by its number, and answers what came of it, whichever came first and however often. */
const stepOf = ({ world, readings }: Watched, from: Int32Array, at: number): string => {
  world.load(from);
  const moves = new MoveList();
  world.offers.list(moves);
  readings.length = 0;
  if (!world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!)) return "full";
  const facts = new Set(world.facts.map((id) => JSON.stringify(world.fact(id))));
  return [...facts, ...new Set(readings)].toSorted().join();
};
