import type { Column } from "./column.ts";

/**
 * Tuples of integers, all of one width, as dense integers: equal tuples are the same number. Tuple 0 is the one of
 * zeros, so that what nobody has written yet needs no entry. Flat memory, open addressing with linear probing.
 */
export class TupleTable {
  readonly width: number;
  /** All tuples, one after the other. */
  readonly column: Column;
  #index = new Int32Array(0);
  #count: number;

  /** A table whose tuples stand in a column; `size` of them stand there already, 0 for a new table. */
  constructor(width: number, column: Column, size = 0) {
    // Another thread may have made it longer.
    column.fit(width * size);
    this.width = width;
    this.column = column;
    this.#count = Math.max(1, size);
    this.#indexAnew(64);
  }

  get size(): number {
    return this.#count;
  }

  /** Bytes that the table takes. */
  get bytes(): number {
    return this.column.cells.byteLength + this.#index.byteLength;
  }

  /** The number of the tuple that stands in `from` at `at`. */
  intern(from: Int32Array, at: number): number {
    const place = this.#placeOf(from, at);
    const known = this.#index[place]!;
    if (known > 0) return known - 1;
    const made = this.#count++;
    this.#store(made, from, at);
    this.#enter(place, made);
    return made;
  }

  /** Where a tuple is indexed, or would be. */
  #placeOf(from: Int32Array, at: number): number {
    const { width } = this;
    const tuples = this.column.cells;
    const index = this.#index;
    const mask = index.length - 1;
    let place = hashOf(from, at, width) & mask;
    for (;;) {
      const known = index[place]!;
      if (known === 0) return place;
      const base = (known - 1) * width;
      let same = 0;
      while (same < width && tuples[base + same] === from[at + same]) same++;
      if (same === width) return place;
      place = (place + 1) & mask;
    }
  }

  #store(made: number, from: Int32Array, at: number): void {
    const { width, column } = this;
    const base = made * width;
    if (base + width > column.cells.length) column.fit(base + width);
    for (let offset = 0; offset < width; offset++) column.cells[base + offset] = from[at + offset]!;
  }

  #enter(place: number, made: number): void {
    this.#index[place] = made + 1;
    if (this.#count * 2 > this.#index.length) this.#indexAnew(this.#index.length * 2);
  }

  #indexAnew(places: number): void {
    while (places < this.#count * 2) places *= 2;
    const index = new Int32Array(places);
    this.#index = index;
    const mask = index.length - 1;
    for (let tuple = 0; tuple < this.#count; tuple++) {
      let place = hashOf(this.column.cells, tuple * this.width, this.width) & mask;
      while (index[place] !== 0) place = (place + 1) & mask;
      index[place] = tuple + 1;
    }
  }
}

/** Mixes the bits of an integer. */
const mixed = (value: number): number => {
  let hash = value ^ (value >>> 15);
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  hash = Math.imul(hash, 0x297a2d39);
  return hash ^ (hash >>> 15);
};

/** An odd factor for each place of a tuple: products do not wait for each other, as hashing one after the other would. */
const factors = Int32Array.from({ length: 64 }, (_, at) => mixed(0x9e3779b1 * (at + 1)) | 1);

const hashOf = (from: Int32Array, at: number, width: number): number => {
  let hash = 0;
  for (let offset = 0; offset < width; offset++)
    hash = (hash + Math.imul(from[at + offset]!, factors[offset]!)) | 0;
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
};
