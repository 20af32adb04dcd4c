/**
 * A hash map from two non-negative integers to one, in flat memory: the look-up behind every table of the engine.
 * Open addressing with linear probing; grows by doubling at half load.
 */
export class PairTable {
  /** Per place: both keys, the value plus one (0 where the place is free), and one to fill the line. */
  #places = new Int32Array(4 * 16);
  #mask = 15;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The value of a pair, or -1. */
  get(left: number, right: number): number {
    const places = this.#places;
    let at = mix(left, right) & this.#mask;
    for (;;) {
      const place = at << 2;
      const value = places[place + 2]!;
      if (value === 0 || (places[place] === left && places[place + 1] === right)) return value - 1;
      at = (at + 1) & this.#mask;
    }
  }

  /** Gives a pair a value, which must not be negative. */
  set(left: number, right: number, value: number): void {
    if (this.#size * 2 > this.#mask) this.#grow();
    const places = this.#places;
    let place = (mix(left, right) & this.#mask) << 2;
    while (places[place + 2] !== 0 && !(places[place] === left && places[place + 1] === right))
      place = (place + 4) & (places.length - 1);
    if (places[place + 2] === 0) this.#size++;
    places[place] = left;
    places[place + 1] = right;
    places[place + 2] = value + 1;
  }

  #grow(): void {
    const places = this.#places;
    this.#places = new Int32Array(places.length * 2);
    this.#mask = this.#mask * 2 + 1;
    this.#size = 0;
    for (let at = 0; at < places.length; at += 4)
      if (places[at + 2] !== 0) this.set(places[at]!, places[at + 1]!, places[at + 2]! - 1);
  }
}

const mix = (left: number, right: number): number => {
  let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
};
