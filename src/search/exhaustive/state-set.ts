import type { Column } from "./column.ts";

/** Successors that are looked up together. */
const batchMost = 1024;

/**
 * The states that a search has reached, in the order in which it reached them, each with the state it was first
 * reached from: both the visited set and the queue. A state is a pair of integers, compared exactly.
 *
 * Successors are added in batches. The table is far larger than any cache, so every look-up waits for memory; a first
 * pass over the batch touches all the places it will need, and these waits overlap.
 */
export class StateSet {
  /** Two integers per state. */
  readonly #halves: Column;
  readonly #parents: Column;
  /** Open addressing, linear probing; a state's number plus one, 0 where a place is free. */
  #index = new Int32Array(0);
  #count = 0;
  /** Successors that wait to be added: two integers and the parent of each. */
  readonly #batch = new Int32Array(3 * batchMost);
  #waiting = 0;
  /** What touching found: read by nobody, but without it there would be no need to touch anything. */
  touched = 0;
  /** What each place of the batch held when it was touched. */
  readonly #held = new Int32Array(batchMost);

  /** A set that keeps states and parents in these columns; so many of them stand there already. */
  constructor(halves: Column, parents: Column, size = 0) {
    // Another thread may have made them longer.
    halves.fit(2 * size);
    parents.fit(size);
    this.#halves = halves;
    this.#parents = parents;
    this.#count = size;
    this.#indexAnew(4096);
  }

  /** States so far; those that wait in the batch are not counted. */
  get size(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#halves.cells.byteLength + this.#parents.cells.byteLength + this.#index.byteLength;
  }

  left(state: number): number {
    return this.#halves.cells[2 * state]!;
  }

  right(state: number): number {
    return this.#halves.cells[2 * state + 1]!;
  }

  /** The state from which a state was first reached; -1 for the start. */
  parent(state: number): number {
    return this.#parents.cells[state]!;
  }

  /** Adds a successor, now or with the next batch. */
  add(left: number, right: number, parent: number): void {
    const at = 3 * this.#waiting++;
    this.#batch[at] = left;
    this.#batch[at + 1] = right;
    this.#batch[at + 2] = parent;
    if (this.#waiting === batchMost) this.flush();
  }

  /** Adds all that waits. */
  flush(): void {
    const waiting = 3 * this.#waiting;
    const batch = this.#batch;
    this.#waiting = 0;
    if (this.#isFull(this.#index.length)) this.#indexAnew(this.#index.length * 2);
    const index = this.#index;
    const mask = index.length - 1;
    const halves = this.#halves.cells;
    const held = this.#held;
    for (let at = 0, one = 0; at < waiting; at += 3, one++)
      held[one] = index[hashOf(batch[at]!, batch[at + 1]!) & mask]!;
    // Most successors are known already, and each of these is compared.
    let touched = 0;
    for (let one = 0; 3 * one < waiting; one++)
      if (held[one]! > 0) touched ^= halves[2 * held[one]! - 2]!;
    this.touched ^= touched;
    for (let at = 0; at < waiting; at += 3)
      this.#insert(batch[at]!, batch[at + 1]!, batch[at + 2]!);
  }

  /** The number of a state, or -1 if it was not reached. */
  find(left: number, right: number): number {
    this.flush();
    return this.#index[this.#placeOf(left, right)]! - 1;
  }

  #insert(left: number, right: number, parent: number): void {
    const place = this.#placeOf(left, right);
    if (this.#index[place] !== 0) return;
    const made = this.#count++;
    if (made === this.#parents.cells.length) this.#parents.fit(made + 1);
    if (2 * made === this.#halves.cells.length) this.#halves.fit(2 * made + 2);
    const halves = this.#halves.cells;
    halves[2 * made] = left;
    halves[2 * made + 1] = right;
    this.#parents.cells[made] = parent;
    this.#index[place] = made + 1;
  }

  #placeOf(left: number, right: number): number {
    const index = this.#index;
    const halves = this.#halves.cells;
    const mask = index.length - 1;
    let place = hashOf(left, right) & mask;
    for (;;) {
      const known = index[place]!;
      if (known === 0) return place;
      const base = 2 * (known - 1);
      if (halves[base] === left && halves[base + 1] === right) return place;
      place = (place + 1) & mask;
    }
  }

  /** Whether so many places are too few for what is there and one more batch. */
  #isFull(places: number): boolean {
    return (this.#count + batchMost) * 4 > places * 3;
  }

  #indexAnew(places: number): void {
    while (this.#isFull(places)) places *= 2;
    const index = new Int32Array(places);
    this.#index = index;
    const mask = index.length - 1;
    for (let state = 0; state < this.#count; state++) {
      let place = hashOf(this.left(state), this.right(state)) & mask;
      while (index[place] !== 0) place = (place + 1) & mask;
      index[place] = state + 1;
    }
  }
}

const hashOf = (left: number, right: number): number => {
  let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
};
