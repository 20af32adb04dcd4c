import { MoveKind, Scratch, type MoveList, type World } from "../../world/index.ts";
import { Decisions, keyMost, keyOf, lookAt } from "./decisions.ts";
import type { Places } from "./places.ts";

/** Moves that let time pass look at every timer, and at every promise about durations. */
const looksAtAll = new Set<number>([
  MoveKind.time,
  MoveKind.delay,
  MoveKind.skew,
  MoveKind.withhold,
]);

/** Integers before those that tell what an outcome is. */
const head = 5;

/** So many repeats fit into an integer. */
const repeatsMost = 2 ** 30;

/**
 * What moves came to, by what they looked at. Most moves look at few slots, so most were made before in states that
 * differ only elsewhere, and need not be made again: the "transition caching" of Blom, van de Pol, Weber, "LTSmin:
 * Distributed and Symbolic Reachability", 2010. There, what a transition depends on is declared; here it is noted while
 * the move is made, and may differ from state to state: see {@link Decisions}.
 *
 * Outcomes put other tuples where a move has looked at tuples. So where an outcome is known, tuples are neither taken
 * apart nor joined.
 */
export class TransitionCache {
  readonly #world: World;
  readonly #places: Places;
  readonly #most: number;
  readonly #decisions = new Decisions();
  /**
   * One after the other: how many integers tell what changes (-1: the move is refused, and nothing follows), what is put
   * to the test, what is used and what is violated; how often it was repeated; and then these integers.
   */
  readonly #outcomes = new Scratch();
  readonly #path = new Scratch();
  readonly #changes = new Scratch();
  /** How much had come up late when the first of all outcomes was kept: it changes what moves look at. */
  #late = 0;
  #kept = 0;
  #repeated = 0;
  #useless = false;

  /** A cache that forgets everything once it comes to so many integers. */
  constructor(world: World, places: Places, most: number) {
    this.#world = world;
    this.#places = places;
    this.#most = most;
    this.#forget();
  }

  /** Whether outcomes are kept; not if they turned out to be all different. */
  get keeps(): boolean {
    return !this.#useless;
  }

  get bytes(): number {
    return this.#decisions.bytes + this.#outcomes.values.byteLength;
  }

  /** The outcome of a listed move in a state, whose places and nodes have these values; or {@link unknown}. */
  find(moves: MoveList, at: number, values: Int32Array): number {
    return this.#decisions.find(keyOf(moves, at), moves.a[at]!, values);
  }

  /**
   * Does what {@link World.apply} does, save that the world's state stays: tells what the move violates; false if it is
   * refused. What it changes is in {@link changesOf}; what it counts is counted by {@link tally}.
   */
  repeat(outcome: number): boolean {
    const { evidence, violations } = this.#world;
    const { values } = this.#outcomes;
    this.#repeated++;
    evidence.settle();
    if (violations.length > 0) violations.length = 0;
    if (values[outcome]! < 0) {
      this.#world.blocked += evidence.weight;
      return false;
    }
    if (++values[outcome + 4]! === repeatsMost) this.tally();
    let at = outcome + head + values[outcome]! + values[outcome + 1]! + values[outcome + 2]!;
    const end = at + values[outcome + 3]!;
    while (at < end) violations.push(values[at++]!);
    return true;
  }

  /** Counts what repeated moves put to the test and what they use, which is left until somebody wants to know. */
  tally(): void {
    const { evidence, coverage } = this.#world;
    const { values, count } = this.#outcomes;
    let outcome = 1;
    while (outcome < count) {
      const changes = values[outcome]!;
      if (changes < 0) {
        outcome++;
        continue;
      }
      const times = values[outcome + 4]!;
      const tested = outcome + head + changes;
      const used = tested + values[outcome + 1]!;
      const violated = used + values[outcome + 2]!;
      if (times > 0) {
        for (let at = tested; at < used; at++) evidence.repeat(values[at]!, times);
        for (let at = used; at < violated; at += 2)
          coverage.repeat(values[at]!, values[at + 1]!, times);
        values[outcome + 4] = 0;
      }
      outcome = violated + values[outcome + 3]!;
    }
  }

  /** What a move that is not refused changes: pairs of a place or node and its value. */
  changesOf(outcome: number): Scratch {
    const { values } = this.#outcomes;
    const changes = this.#changes;
    changes.clear();
    const end = outcome + head + values[outcome]!;
    for (let at = outcome + head; at < end; at++) changes.push(values[at]!);
    return changes;
  }

  /**
   * Keeps what came of a listed move that the world has just made, and has noted what it looks at; `values` are those
   * before it, `changes` what it changes, undefined if it was refused.
   */
  keep(moves: MoveList, at: number, values: Int32Array, changes: Scratch | undefined): void {
    this.#lookAgain();
    if (this.#useless || looksAtAll.has(moves.kind[at]!) || keyOf(moves, at) >= keyMost) return;
    const path = this.#lookedAt();
    if (!this.#decisions.takes(path, values)) return;
    if (this.#decisions.size + this.#outcomes.count > this.#most) this.#beginAnew();
    const outcome = this.#add(changes);
    this.#decisions.keep(keyOf(moves, at), moves.a[at]!, path, values, outcome);
    this.#kept++;
  }

  #add(changes: Scratch | undefined): number {
    const { evidence, coverage, violations } = this.#world;
    const outcomes = this.#outcomes;
    const outcome = outcomes.count;
    if (!changes) {
      outcomes.push(-1);
      return outcome;
    }
    const lists = [changes, evidence.testedNow, coverage.now];
    for (const { count } of lists) outcomes.push(count);
    outcomes.push(violations.length);
    outcomes.push(0);
    for (const { values, count } of lists)
      for (let at = 0; at < count; at++) outcomes.push(values[at]!);
    for (const instance of violations) outcomes.push(instance);
    return outcome;
  }

  /** The lowest nodes over the slots that the move looked at, in order. */
  #lookedAt(): Scratch {
    const { values, count } = this.#world.reads.slots;
    const path = this.#path;
    path.clear();
    for (let at = 0; at < count; at++) lookAt(path, this.#places.nodeOver(values[at]!));
    return path;
  }

  /** A slot that never changed before was looked at unawares; a new timer is cancelled where there was none. */
  #lookAgain(): void {
    const late = this.#places.late + this.#world.timers.all.length;
    if (late === this.#late) return;
    this.#late = late;
    this.#forget();
  }

  #beginAnew(): void {
    this.#useless = this.#repeated < this.#kept;
    this.#forget();
  }

  #forget(): void {
    this.tally();
    this.#decisions.clear();
    this.#outcomes.clear();
    // Nothing stands at 0, which is unknown.
    this.#outcomes.push(0);
    this.#kept = 0;
    this.#repeated = 0;
  }
}
