import { PairTable } from "../../term/index.ts";
import { MoveKind, Scratch, type MoveList, type World } from "../../world/index.ts";
import type { Places } from "./places.ts";

/** A move that looks at more nodes than this, or at one with more tuples, hardly ever meets the same ones again. */
const looksMost = 8;
const tuplesMost = 2 ** 14;

/** What makes up a move fits into this, or the move is not kept. */
const keyMost = 2 ** 31;

/** What {@link TransitionCache.find} answers where a move has to be made. */
export const unknown = 0;

/** Moves that let time pass look at every timer, and at every promise about durations. */
const looksAtAll = new Set<number>([
  MoveKind.time,
  MoveKind.delay,
  MoveKind.skew,
  MoveKind.withhold,
]);

/**
 * What moves came to, by what they looked at. Most moves look at few slots, so most were made before in states that
 * differ only elsewhere, and need not be made again: the "transition caching" of Blom, van de Pol, Weber, "LTSmin:
 * Distributed and Symbolic Reachability", 2010. There, what a transition depends on is declared; here it is noted while
 * the move is made, and may differ from state to state. What a move looks at next follows from what it has seen so far:
 * so each move is a decision tree, and its leaves are outcomes.
 *
 * The tree does not look at slots but at the lowest nodes of the tuples that states are made of, and outcomes put other
 * tuples there. So where an outcome is known, tuples are neither taken apart nor joined.
 */
export class TransitionCache {
  readonly #world: World;
  readonly #places: Places;
  readonly #most: number;
  /** By what makes up a move: its first node. */
  #roots = new PairTable();
  /**
   * The nodes of all trees, one after the other: where it looks, how many values it has room for, and for each of them
   * what comes next: another node, an outcome as a number less than zero, or {@link unknown}.
   */
  readonly #trees = new Scratch();
  /**
   * One after the other: how many integers tell what changes (-1: the move is refused), what is put to the test, what
   * is ignored and what is violated, and then these.
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
    return this.#trees.values.byteLength + this.#outcomes.values.byteLength;
  }

  /** The outcome of a listed move in a state, whose places and nodes have these values; or {@link unknown}. */
  find(moves: MoveList, at: number, values: Int32Array): number {
    const trees = this.#trees.values;
    let node = Math.max(unknown, this.#roots.get(keyOf(moves, at), moves.a[at]!));
    while (node > 0) {
      const value = values[trees[node]!]!;
      node = value < trees[node + 1]! ? trees[node + 2 + value]! : unknown;
    }
    return -node;
  }

  /**
   * Does what {@link World.apply} does, save that the world's state stays: counts what the move counts and tells what it
   * violates; false if it is refused. What it changes is in {@link changesOf}.
   */
  repeat(outcome: number): boolean {
    const { evidence, ignored, violations } = this.#world;
    const { values } = this.#outcomes;
    this.#repeated++;
    evidence.settle();
    if (violations.length > 0) violations.length = 0;
    if (values[outcome]! < 0) {
      this.#world.blocked += evidence.weight;
      return false;
    }
    let at = outcome + 4 + values[outcome]!;
    let end = at + values[outcome + 1]!;
    while (at < end) evidence.repeat(values[at++]!);
    end += values[outcome + 2]!;
    for (; at < end; at += 2) ignored.repeat(values[at]!, values[at + 1]!);
    end += values[outcome + 3]!;
    while (at < end) violations.push(values[at++]!);
    return true;
  }

  /** What a move that is not refused changes: pairs of a place or node and its value. */
  changesOf(outcome: number): Scratch {
    const { values } = this.#outcomes;
    const changes = this.#changes;
    changes.clear();
    const end = outcome + 4 + values[outcome]!;
    for (let at = outcome + 4; at < end; at++) changes.push(values[at]!);
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
    if (path.count === 0 || path.count > looksMost) return;
    for (let step = 0; step < path.count; step++)
      if (values[path.values[step]!]! >= tuplesMost) return;
    if (this.#trees.count + this.#outcomes.count > this.#most) this.#beginAnew();
    const link = this.#way(moves, at, values);
    this.#trees.values[link] = -this.#add(changes);
    this.#kept++;
  }

  /** Where the outcome of a move has to stand that has seen these values along the path. */
  #way(moves: MoveList, at: number, values: Int32Array): number {
    const { values: looks, count } = this.#path;
    const key = keyOf(moves, at);
    const a = moves.a[at]!;
    const root = this.#nodeFor(this.#roots.get(key, a), looks[0]!, values);
    this.#roots.set(key, a, root);
    let link = root + 2 + values[looks[0]!]!;
    for (let step = 1; step < count; step++) {
      const node = this.#nodeFor(this.#trees.values[link]!, looks[step]!, values);
      this.#trees.values[link] = node;
      link = node + 2 + values[looks[step]!]!;
    }
    return link;
  }

  /** A node that looks there and has room for the value: this one, or a new one that knows what this one knows. */
  #nodeFor(before: number, looks: number, values: Int32Array): number {
    const trees = this.#trees;
    const value = values[looks]!;
    const room = before > 0 ? trees.values[before + 1]! : 0;
    if (before > 0 && trees.values[before] !== looks)
      throw new Error("a move depends on something that it did not look at");
    if (value < room) return before;
    const node = trees.count;
    trees.push(looks);
    let wider = Math.max(4, room);
    while (wider <= value) wider *= 2;
    trees.push(wider);
    for (let known = 0; known < wider; known++)
      trees.push(known < room ? trees.values[before + 2 + known]! : unknown);
    return node;
  }

  #add(changes: Scratch | undefined): number {
    const { evidence, ignored, violations } = this.#world;
    const outcomes = this.#outcomes;
    const outcome = outcomes.count;
    if (!changes) {
      outcomes.push(-1);
      return outcome;
    }
    const lists = [changes, evidence.testedNow, ignored.now];
    for (const { count } of lists) outcomes.push(count);
    outcomes.push(violations.length);
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
    for (let at = 0; at < count; at++) {
      const node = this.#places.nodeOver(values[at]!);
      if (node < 0) continue;
      let known = 0;
      while (known < path.count && path.values[known] !== node) known++;
      if (known === path.count) path.push(node);
    }
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
    this.#roots = new PairTable();
    this.#trees.clear();
    this.#outcomes.clear();
    // Nothing stands at 0, which is unknown.
    this.#trees.push(0);
    this.#outcomes.push(0);
    this.#kept = 0;
    this.#repeated = 0;
  }
}

/** More kinds of move than there are. */
const kindsMost = 32;

/** All that makes up a listed move but its `a`. */
const keyOf = ({ kind, b, outputs }: MoveList, at: number): number =>
  kind[at]! + kindsMost * (outputs[at]! + 1 + 64 * b[at]!);
