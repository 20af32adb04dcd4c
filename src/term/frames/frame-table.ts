import { termById, type Term } from "../bank.ts";
import { PairTable } from "../pair-table.ts";
import type { Known } from "./composing.ts";
import { forgedPair, nobodyGuesses, type ForgedPair } from "./forged-pair.ts";
import { FramePair, type Guessable } from "./frame-pair.ts";
import type { Distinction, Side } from "./recipe.ts";

/** What {@link FrameTable.step} answers when what was seen next tells two frames apart. */
export const toldApart = -1;

/**
 * Pairs of frames that nobody can tell apart, as one integer: an automaton whose states are what the same recipes give
 * on both sides and whose symbols are pairs of terms seen at once. States are the same if they can be told apart by the
 * same continuations; in what order they came about does not matter, nor which of the two runs is the secret's.
 */
export class FrameTable {
  /** Nothing was seen yet. */
  readonly empty: number = 0;
  readonly #guessable: Guessable;
  readonly #kept: (readonly Known[])[] = [[]];
  readonly #states = new Map<string, number>([["", 0]]);
  readonly #pairs = new PairTable();
  /** Per state and pair of terms: the next state plus one, 0 where they are told apart. */
  readonly #next = new PairTable();

  constructor(guessable: Guessable) {
    this.#guessable = guessable;
  }

  /** How many states have come up. */
  get size(): number {
    return this.#kept.length;
  }

  /** The state after two terms, given by their ids, were seen; or {@link toldApart}. */
  step(state: number, left: number, right: number): number {
    const pair = this.#pairOf(left, right);
    const known = this.#next.get(state, pair);
    return (known >= 0 ? known : this.#grow(state, pair, termById(left), termById(right))) - 1;
  }

  /** What somebody who has seen all that makes in both runs by the recipe for a term of one: see {@link forgedPair}. */
  forged(
    state: number,
    term: Term,
    side: Side,
    randomness: Term,
    guessable: Guessable,
  ): ForgedPair | undefined {
    return forgedPair(this.#kept[state]!, term, side, randomness, guessable);
  }

  #pairOf(left: number, right: number): number {
    const known = this.#pairs.get(left, right);
    if (known >= 0) return known;
    const pair = this.#pairs.size;
    this.#pairs.set(left, right, pair);
    return pair;
  }

  #grow(state: number, pair: number, left: Term, right: Term): number {
    const frames = new FramePair(this.#kept[state]!, this.#guessable);
    const apart = frames.add(left, right, unasked);
    const answer = apart ? 0 : this.#stateOf(frames.kept) + 1;
    this.#next.set(state, pair, answer);
    return answer;
  }

  #stateOf(kept: readonly Known[]): number {
    const key = kept
      .map(({ left, right }) => this.#pairOf(left.id, right.id))
      .toSorted((one, other) => one - other)
      .join();
    let state = this.#states.get(key);
    if (state === undefined) {
      state =
        this.#kept.push(kept.map(({ left, right }) => ({ left, right, recipe: unasked }))) - 1;
      this.#states.set(key, state);
    }
    return state;
  }
}

/** Recipes depend on the way to a state; who asks for one goes that way again. */
const unasked = { is: "seen", at: -1 } as const;

/** How to tell two frames apart that were seen term by term; undefined if they are statically equivalent so far. */
export const distinctionOf = (
  left: readonly Term[],
  right: readonly Term[],
  guessable: Guessable,
): Distinction | undefined => {
  const frames = new FramePair([], guessable);
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const found = frames.add(left[at]!, right[at]!, { is: "seen", at });
    if (found) return found;
  }
  return undefined;
};

/**
 * What somebody makes in both runs by the recipe for a term of one, out of two frames that they saw term by term;
 * undefined if they cannot make it, or could tell the frames apart and act accordingly.
 */
export const forgedFrom = (
  left: readonly Term[],
  right: readonly Term[],
  term: Term,
  side: Side,
  randomness: Term,
  guessable: Guessable = nobodyGuesses,
): ForgedPair | undefined => {
  if (left.length !== right.length) return undefined;
  const frames = new FramePair([], nobodyGuesses);
  for (let at = 0; at < left.length; at++)
    if (frames.add(left[at]!, right[at]!, { is: "seen", at })) return undefined;
  return forgedPair(frames.kept, term, side, randomness, guessable);
};
