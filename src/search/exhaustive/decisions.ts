import { PairTable } from "../../term/index.ts";
import { Scratch, type MoveList } from "../../world/index.ts";

/** What {@link Decisions.find} answers where a move has to be made. */
export const unknown = 0;

/** A move that looks at more nodes than this, or at one with more tuples, hardly ever meets the same ones again. */
const looksMost = 8;
const tuplesMost = 2 ** 14;

/**
 * What moves come to, by what they look at: what a move looks at next follows from what it has seen so far, so each move
 * is a decision tree, and its leaves are outcomes, as numbers greater than zero. It looks not at slots but at the lowest
 * nodes of the tuples that states are made of.
 */
export class Decisions {
  /** By what makes up a move: its first node. */
  #roots = new PairTable();
  /**
   * The nodes of all trees, one after the other: where it looks, how many values it has room for, and for each of them
   * what comes next: another node, an outcome as a number less than zero, or {@link unknown}.
   */
  readonly #trees = new Scratch();

  constructor() {
    this.clear();
  }

  /** How many integers it takes. */
  get size(): number {
    return this.#trees.count;
  }

  get bytes(): number {
    return this.#trees.values.byteLength;
  }

  /** The outcome of a move, made up of two numbers, where nodes have these values; or {@link unknown}. */
  find(move: number, detail: number, values: Int32Array): number {
    const trees = this.#trees.values;
    let node = Math.max(unknown, this.#roots.get(move, detail));
    while (node > 0) {
      const value = values[trees[node]!]!;
      node = value < trees[node + 1]! ? trees[node + 2 + value]! : unknown;
    }
    return -node;
  }

  /** Whether a move that looks at these nodes is worth keeping. */
  takes({ values: looks, count }: Scratch, values: Int32Array): boolean {
    if (count === 0 || count > looksMost) return false;
    for (let step = 0; step < count; step++) if (values[looks[step]!]! >= tuplesMost) return false;
    return true;
  }

  /** Keeps the outcome of a move that has seen these values along a path of nodes. */
  keep(move: number, detail: number, path: Scratch, values: Int32Array, outcome: number): void {
    const { values: looks, count } = path;
    const root = this.#nodeFor(this.#roots.get(move, detail), looks[0]!, values);
    this.#roots.set(move, detail, root);
    let link = root + 2 + values[looks[0]!]!;
    for (let step = 1; step < count; step++) {
      const node = this.#nodeFor(this.#trees.values[link]!, looks[step]!, values);
      this.#trees.values[link] = node;
      link = node + 2 + values[looks[step]!]!;
    }
    this.#trees.values[link] = -outcome;
  }

  clear(): void {
    this.#roots = new PairTable();
    this.#trees.clear();
    // Nothing stands at 0, which is unknown.
    this.#trees.push(0);
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
}

/** Puts the lowest node over something that a move looks at at the end of a path, unless it is there. */
export const lookAt = (path: Scratch, node: number): void => {
  if (node < 0) return;
  let known = 0;
  while (known < path.count && path.values[known] !== node) known++;
  if (known === path.count) path.push(node);
};

/** What makes up a move fits into this, or the move is not kept. */
export const keyMost = 2 ** 31;

/** More kinds of move than there are. */
const kindsMost = 32;

/** All that makes up a listed move but its `a`. */
export const keyOf = ({ kind, b, outputs }: MoveList, at: number): number =>
  kind[at]! + kindsMost * (outputs[at]! + 1 + 64 * b[at]!);
