/**
 * Tuples of integers, all of one width, as dense integers: equal tuples are the same number. Tuple 0 is the one of
 * zeros, so that what nobody has written yet needs no entry. Flat memory, open addressing with linear probing.
 */
export class TupleTable {
  readonly width: number;
  /** All tuples, one after the other. */
  tuples: Int32Array;
  #index = new Int32Array(64);
  #count = 1;

  constructor(width: number) {
    this.width = width;
    this.tuples = new Int32Array(width * 32);
    this.#enter(this.#placeOf(this.tuples, 0), 0);
  }

  get size(): number {
    return this.#count;
  }

  /** Bytes that the table takes. */
  get bytes(): number {
    return this.tuples.byteLength + this.#index.byteLength;
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
    const { width, tuples } = this;
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
    const { width } = this;
    if ((made + 1) * width > this.tuples.length) this.tuples = doubled(this.tuples);
    const base = made * width;
    for (let offset = 0; offset < width; offset++) this.tuples[base + offset] = from[at + offset]!;
  }

  #enter(place: number, made: number): void {
    this.#index[place] = made + 1;
    if (this.#count * 2 > this.#index.length) this.#grow();
  }

  #grow(): void {
    this.#index = new Int32Array(this.#index.length * 2);
    const index = this.#index;
    const mask = index.length - 1;
    for (let tuple = 0; tuple < this.#count; tuple++) {
      let place = hashOf(this.tuples, tuple * this.width, this.width) & mask;
      while (index[place] !== 0) place = (place + 1) & mask;
      index[place] = tuple + 1;
    }
  }
}

/** An array of twice the length that begins with the same numbers. */
export const doubled = (array: Int32Array): Int32Array<ArrayBuffer> => {
  const wider = new Int32Array(array.length * 2);
  wider.set(array);
  return wider;
};

const hashOf = (from: Int32Array, at: number, width: number): number => {
  let hash = width;
  for (let offset = 0; offset < width; offset++) {
    hash = Math.imul(hash ^ from[at + offset]!, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
};
