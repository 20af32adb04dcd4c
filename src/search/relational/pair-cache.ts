import { PairTable } from "../../term/index.ts";
import { Scratch, type MoveList } from "../../world/index.ts";
import { Decisions, keyMost, keyOf, lookAt, unknown } from "../exhaustive/decisions.ts";
import type { PairMoves } from "./pair-moves.ts";
import type { PairPlaces } from "./pair-places.ts";
import { Came, type PairWorld } from "./pair-world.ts";
import { still } from "./side.ts";

/**
 * What pairs of moves came to, by what they looked at in both worlds and beside them: see {@link Decisions}. A pair that
 * tells the runs apart ends the search, and one that cannot be compared has looked at all that may come after it, so
 * these two are not kept.
 */
export class PairCache {
  readonly #pair: PairWorld;
  readonly #places: PairPlaces;
  readonly #most: number;
  readonly #decisions = new Decisions();
  /** Per run: its moves as one number each. */
  readonly #left = new PairTable();
  readonly #right = new PairTable();
  /** One after the other: how many integers tell what changes (-1: refused), whether the observer saw it, and then these. */
  readonly #outcomes = new Scratch();
  readonly #path = new Scratch();
  readonly #changes = new Scratch();
  /** How much had come up late when the first of all outcomes was kept: it changes what moves look at. */
  #late = 0;
  #kept = 0;
  #repeated = 0;
  #useless: boolean;

  /** A cache that forgets everything once it comes to so many integers; 0 for none. */
  constructor(pair: PairWorld, places: PairPlaces, most: number) {
    this.#pair = pair;
    this.#places = places;
    this.#most = most;
    this.#useless = most === 0;
    this.#forget();
  }

  get bytes(): number {
    return this.#decisions.bytes + this.#outcomes.values.byteLength;
  }

  /** The outcome of a listed pair in a state, whose places and nodes have these values; or {@link unknown}. */
  find(at: number, values: Int32Array): number {
    const { moves } = this.#pair;
    if (moves.times.values[at] !== 0) return unknown;
    const left = this.#leftOf(moves, at);
    const right = this.#rightOf(moves, at);
    return left < 0 || right < 0 ? unknown : this.#decisions.find(left, right, values);
  }

  /** Counts what the pair counts; false if it is refused. What it changes is in {@link changesOf}. */
  repeat(outcome: number): boolean {
    const { values } = this.#outcomes;
    this.#repeated++;
    if (values[outcome]! < 0) return false;
    this.#pair.tested += values[outcome + 1]!;
    return true;
  }

  changesOf(outcome: number): Scratch {
    const { values } = this.#outcomes;
    const changes = this.#changes;
    changes.clear();
    const end = outcome + 2 + values[outcome]!;
    for (let at = outcome + 2; at < end; at++) changes.push(values[at]!);
    return changes;
  }

  /** Makes a listed pair, and notes what it looks at. */
  make(at: number): Came {
    const pair = this.#pair;
    if (this.#useless || pair.moves.times.values[at] !== 0) return pair.apply(at);
    return pair.noting(at);
  }

  /** Keeps what came of a pair that was made: what it changes, or undefined if it was refused; whether it was seen. */
  keep(at: number, values: Int32Array, changes: Scratch | undefined, seen: number): void {
    const { moves } = this.#pair;
    this.#lookAgain();
    if (this.#useless || moves.times.values[at] !== 0) return;
    const left = this.#leftOf(moves, at);
    const right = this.#rightOf(moves, at);
    const path = this.#lookedAt();
    if (left < 0 || right < 0 || !this.#decisions.takes(path, values)) return;
    if (this.#decisions.size + this.#outcomes.count > this.#most) this.#beginAnew();
    const outcome = this.#add(changes, seen);
    this.#decisions.keep(left, right, path, values, outcome);
    this.#kept++;
  }

  #add(changes: Scratch | undefined, seen: number): number {
    const outcomes = this.#outcomes;
    const outcome = outcomes.count;
    outcomes.push(changes ? changes.count : -1);
    outcomes.push(seen);
    if (changes) for (let at = 0; at < changes.count; at++) outcomes.push(changes.values[at]!);
    return outcome;
  }

  /** The lowest nodes over what the pair looked at, in order. */
  #lookedAt(): Scratch {
    const { values, count } = this.#pair.looks.slots;
    const path = this.#path;
    path.clear();
    for (let at = 0; at < count; at++) lookAt(path, this.#places.nodeOver(values[at]!));
    return path;
  }

  #leftOf(moves: PairMoves, at: number): number {
    const place = moves.leftOf(at);
    return place === still ? 0 : numberOf(this.#left, moves.left.moves, place);
  }

  #rightOf(moves: PairMoves, at: number): number {
    const place = moves.rightOf(at);
    return place === still ? 0 : numberOf(this.#right, moves.right.moves, place);
  }

  /** A slot that never changed before was looked at unawares; a new timer is cancelled where there was none. */
  #lookAgain(): void {
    const { left, right } = this.#pair;
    const late = this.#places.late + left.timers.all.length + right.timers.all.length;
    if (late === this.#late) return;
    this.#late = late;
    this.#forget();
  }

  #beginAnew(): void {
    this.#useless = this.#repeated < this.#kept;
    this.#forget();
  }

  #forget(): void {
    this.#decisions.clear();
    this.#outcomes.clear();
    // Nothing stands at 0, which is unknown.
    this.#outcomes.push(0);
    this.#kept = 0;
    this.#repeated = 0;
  }
}

/** A move as one number, from 1; -1 if it is made up of more than fits. */
const numberOf = (numbers: PairTable, moves: MoveList, at: number): number => {
  const key = keyOf(moves, at);
  if (key >= keyMost) return -1;
  const known = numbers.get(key, moves.a[at]!);
  if (known >= 0) return known;
  const number = numbers.size + 1;
  numbers.set(key, moves.a[at]!, number);
  return number;
};
