import type { Term } from "./bank.ts";
import type { Analysed } from "./composing.ts";

/**
 * Sets of terms as integers: equal sets are the same integer, and 0 is the empty one. There are very many of them and
 * most differ little, so each is a row of bits in one flat array, one bit for every term that any of them has.
 *
 * New sets come from a draft: `begin` makes it equal to a set, `add` puts terms in, `end` gives its integer. Asked as
 * something {@link Analysed}, this is the draft.
 */
export class TermSets implements Analysed {
  readonly #terms: Term[] = [];
  /** By the id of a term: its bit, plus one; 0 for terms that no set has. */
  #bits = new Int32Array(64);
  #anyPowers = false;
  /** Per set its hash and then its bits; the draft stands where the next new set will. */
  #rows = new Int32Array(64 * 4);
  #width = 4;
  #size = 1;
  /** Sets by hash, plus one; 0 where a place is free. Open addressing with linear probing. */
  #places = new Int32Array(64);

  constructor() {
    this.#places[0] = 1;
  }

  get size(): number {
    return this.#size;
  }

  begin(set: number): void {
    const width = this.#width;
    if ((this.#size + 1) * width > this.#rows.length) this.#rows = doubled(this.#rows);
    this.#rows.copyWithin(this.#size * width, set * width, (set + 1) * width);
  }

  has({ id }: Term): boolean {
    return this.holds(this.#size, id);
  }

  /** Whether a set has a term, given by its id. */
  holds(set: number, term: number): boolean {
    const bit = this.#bitOf(term);
    return (
      bit >= 0 && ((this.#rows[set * this.#width + 1 + (bit >>> 5)]! >>> (bit & 31)) & 1) === 1
    );
  }

  get powers(): Iterable<Term> {
    return this.#anyPowers ? this.draft().filter(({ kind }) => kind === "dh") : none;
  }

  /** Puts a term into the draft that it does not have yet. */
  add(term: Term): void {
    const known = this.#bitOf(term.id);
    this.#flip(known >= 0 ? known : this.#newBit(term));
  }

  /** Takes a term out of the draft that it has. */
  remove({ id }: Term): void {
    this.#flip(this.#bitOf(id));
  }

  end(): number {
    const mask = this.#places.length - 1;
    let at = this.#rows[this.#size * this.#width]! & mask;
    for (; this.#places[at] !== 0; at = (at + 1) & mask)
      if (this.#isDraft(this.#places[at]! - 1)) return this.#places[at]! - 1;
    this.#places[at] = ++this.#size;
    if (this.#size * 2 > this.#places.length) this.#spread();
    return this.#size - 1;
  }

  /** What is in the draft, in the same order as {@link termsOf}. */
  draft(): Term[] {
    return this.termsOf(this.#size);
  }

  /** What is in a set, in the order in which the terms first came up anywhere. */
  termsOf(set: number): Term[] {
    const terms: Term[] = [];
    for (let word = 1; word < this.#width; word++)
      for (let rest = this.#rows[set * this.#width + word]!; rest !== 0; rest &= rest - 1)
        terms.push(this.#terms[word * 32 - 1 - Math.clz32(rest & -rest)]!);
    return terms;
  }

  #bitOf(term: number): number {
    return term < this.#bits.length ? this.#bits[term]! - 1 : -1;
  }

  #flip(bit: number): void {
    const draft = this.#size * this.#width;
    this.#rows[draft]! ^= mix(bit);
    this.#rows[draft + 1 + (bit >>> 5)]! ^= 1 << (bit & 31);
  }

  #isDraft(set: number): boolean {
    const rows = this.#rows;
    const width = this.#width;
    const draft = this.#size * width;
    for (let at = 0; at < width; at++)
      if (rows[set * width + at] !== rows[draft + at]) return false;
    return true;
  }

  #newBit(term: Term): number {
    const bit = this.#terms.push(term) - 1;
    while (term.id >= this.#bits.length) this.#bits = doubled(this.#bits);
    this.#bits[term.id] = bit + 1;
    if (term.kind === "dh") this.#anyPowers = true;
    if (bit >>> 5 === this.#width - 1) this.#widen();
    return bit;
  }

  #widen(): void {
    const { length } = this.#rows;
    const wider = new Int32Array(length * 2);
    for (let row = 0; row * this.#width < length; row++)
      wider.set(
        this.#rows.subarray(row * this.#width, (row + 1) * this.#width),
        row * this.#width * 2,
      );
    this.#rows = wider;
    this.#width *= 2;
  }

  /** Makes room for more sets. */
  #spread(): void {
    this.#places = new Int32Array(this.#places.length * 2);
    const mask = this.#places.length - 1;
    for (let set = 0; set < this.#size; set++) {
      let at = this.#rows[set * this.#width]! & mask;
      while (this.#places[at] !== 0) at = (at + 1) & mask;
      this.#places[at] = set + 1;
    }
  }
}

const none: readonly Term[] = [];

const doubled = (values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const longer = new Int32Array(values.length * 2);
  longer.set(values);
  return longer;
};

/** Hashes one bit; those of a set are combined by exclusive or, so that adding one is one operation. */
const mix = (bit: number): number => {
  let hash = Math.imul(bit + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
};
