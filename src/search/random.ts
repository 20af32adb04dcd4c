/**
 * A small seeded generator: xorshift128 (Marsaglia, "Xorshift RNGs", 2003), seeded through splitmix32. Same seed, same
 * numbers, on any machine.
 */
export class Random {
  #x = 0;
  #y = 0;
  #z = 0;
  #w = 0;

  constructor(seed: number) {
    this.reseed(seed);
  }

  reseed(seed: number): void {
    let state = seed | 0;
    const next = (): number => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = state ^ (state >>> 16);
      mixed = Math.imul(mixed, 0x21f0aaad);
      mixed ^= mixed >>> 15;
      mixed = Math.imul(mixed, 0x735a2d97);
      return mixed ^ (mixed >>> 15);
    };
    this.#x = next();
    this.#y = next();
    this.#z = next();
    this.#w = next() | 1;
  }

  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number {
    return Math.floor(((this.#next() >>> 0) * below) / 4294967296);
  }

  /** 32 random bits. */
  bits(): number {
    return this.#next();
  }

  #next(): number {
    const mixed = this.#x ^ (this.#x << 11);
    this.#x = this.#y;
    this.#y = this.#z;
    this.#z = this.#w;
    return (this.#w = this.#w ^ (this.#w >>> 19) ^ mixed ^ (mixed >>> 8));
  }
}

/** One number out of many words: how a chunk's seed follows from the run's seed and the chunk's name (FNV-1a). */
export const seedOf = (...parts: readonly (string | number)[]): number => {
  let hash = 0x811c9dc5;
  for (const character of parts.join("\u0000")) {
    hash ^= character.codePointAt(0)!;
    hash = Math.imul(hash, 0x01000193);
  }
  return hash | 0;
};
