import { MoveKind } from "../../world/index.ts";
import { Random } from "../random.ts";
import { drainMost, eagerness } from "../walk.ts";
import { nameOfPair } from "./pair-names.ts";
import { Came, type PairWorld } from "./pair-world.ts";

/** What a random pair of runs came to. */
export interface PairWalk {
  readonly apart: boolean;
  /** Whether something could not be compared within the bounds. */
  readonly unresolved: boolean;
  /** Whether the runs differed in the secret, and the observer saw something of them then. */
  readonly tested: boolean;
}

/**
 * Walks a pair of worlds at random, at most so many moves, and then lets everything under way arrive; ends at once when
 * the observer tells the runs apart. The same seed walks the same way: `told` is called with the name of every move.
 */
export const walkPair = (
  pair: PairWorld,
  seed: number,
  most: number,
  told?: (move: string) => void,
): PairWalk => {
  const walk = new Walk(pair, new Random(seed), told);
  const before = pair.tested;
  pair.begin();
  let came: Came | undefined = pair.apartAtOnce ? Came.apart : Came.alike;
  for (let count = 0; count < most && came === Came.alike; count++) came = walk.step(true);
  came ??= Came.alike;
  for (let count = 0; count < drainMost && came === Came.alike; count++) came = walk.step(false);
  const { unresolved } = walk;
  return { apart: came === Came.apart, unresolved, tested: pair.tested > before };
};

class Walk {
  unresolved = false;
  readonly #pair: PairWorld;
  readonly #random: Random;
  readonly #told: ((move: string) => void) | undefined;
  /** Pairs of moves that were not tried yet in the present state. */
  #open: number[] = [];

  constructor(pair: PairWorld, random: Random, told: ((move: string) => void) | undefined) {
    this.#pair = pair;
    this.#random = random;
    this.#told = told;
  }

  /** Makes one random pair of moves; undefined when there is none. */
  step(freely: boolean): Came | undefined {
    const pair = this.#pair;
    const open = this.#open;
    pair.list();
    this.unresolved ||= pair.moves.unresolved;
    open.length = 0;
    for (let at = 0; at < pair.moves.count; at++) if (freely || isCalm(pair, at)) open.push(at);
    while (open.length > 0) {
      const [at] = open.splice(choose(pair, open, this.#random), 1) as [number];
      const name = this.#told && nameOfPair(pair, at);
      const came = pair.apply(at);
      if (came === Came.unresolved) this.unresolved = true;
      if (came === Came.refused || came === Came.unresolved) continue;
      if (name !== undefined) this.#told!(name);
      return came;
    }
    return undefined;
  }
}

const isCalm = (pair: PairWorld, at: number): boolean => {
  const kind = pair.moves.kinds.values[at]!;
  return (
    kind === MoveKind.deliver ||
    kind === MoveKind.timer ||
    kind === MoveKind.time ||
    kind === MoveKind.online
  );
};

/** The place of one of these pairs, those that are eager more often. */
const choose = (pair: PairWorld, open: readonly number[], random: Random): number => {
  for (let tries = 0; tries < 16; tries++) {
    const at = random.below(open.length);
    if (random.below(16) < eagerness[pair.moves.kinds.values[open[at]!]!]!) return at;
  }
  return random.below(open.length);
};
