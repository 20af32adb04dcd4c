import type { Term } from "./bank.ts";
import type { Analysed } from "./composing.ts";

/** Words of 32 bits in a block; and of a bit, how far to shift for its block. */
const blockWords = 8;
const toBlock = 8;

/**
 * Sets of terms as integers: equal sets are the same integer, and 0 is the empty one. Each term that any set has is one
 * bit. There are very many sets and most differ little, so bits are kept in blocks, each block once, and a set is a row
 * of the blocks that it is made of.
 *
 * New sets come from a draft: `begin` makes it equal to a set, `add` and `remove` change it, `end` gives its integer.
 * Asked as something {@link Analysed}, this is the draft.
 */
export class TermSets implements Analysed {
  readonly #terms: Term[] = [];
  /** By the id of a term: its bit, plus one; 0 for terms that no set has. */
  #bits = new Int32Array(64);
  readonly #powers: Term[] = [];
  /** The bits of blocks, one block after the other; block 0 is empty. */
  readonly #blocks = new Rows(blockWords);
  /** Per set, its blocks. */
  readonly #sets = new Rows(1);
  #draft = new Int32Array(blockWords);
  /** The blocks of which the draft was made; -1 for those that were changed since. */
  #draftBlocks = new Int32Array(1);
  /** The set that the draft is equal to; -1 where it was changed since. */
  #drafted = 0;

  constructor() {
    this.#blocks.idOf(new Int32Array(blockWords));
    this.#sets.idOf(this.#draftBlocks);
  }

  get size(): number {
    return this.#sets.size;
  }

  begin(set: number): void {
    if (set === this.#drafted) return;
    this.#drafted = set;
    const width = this.#draftBlocks.length;
    for (let at = 0; at < width; at++) {
      const block = this.#sets.at(set, at);
      if (this.#draftBlocks[at] === block) continue;
      this.#draftBlocks[at] = block;
      for (let word = 0; word < blockWords; word++)
        this.#draft[at * blockWords + word] = this.#blocks.at(block, word);
    }
  }

  has({ id }: Term): boolean {
    const bit = this.#bitOf(id);
    return bit >= 0 && ((this.#draft[bit >>> 5]! >>> (bit & 31)) & 1) === 1;
  }

  /** Whether a set has a term, given by its id. */
  holds(set: number, term: number): boolean {
    const bit = this.#bitOf(term);
    if (bit < 0) return false;
    const block = this.#sets.at(set, bit >>> toBlock);
    return ((this.#blocks.at(block, (bit >>> 5) & (blockWords - 1)) >>> (bit & 31)) & 1) === 1;
  }

  /** The Diffie-Hellman powers in the draft. */
  get powers(): Iterable<Term> {
    return this.#powers.length === 0
      ? this.#powers
      : this.#powers.filter((power) => this.has(power));
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
    const blocks = this.#draftBlocks;
    for (let at = 0; at < blocks.length; at++)
      if (blocks[at]! < 0)
        blocks[at] = this.#blocks.idOf(
          this.#draft.subarray(at * blockWords, (at + 1) * blockWords),
        );
    this.#drafted = this.#sets.idOf(blocks);
    return this.#drafted;
  }

  /** What is in a set, in the order in which the terms first came up anywhere. */
  termsOf(set: number): Term[] {
    const terms: Term[] = [];
    for (let at = 0; at < this.#draftBlocks.length; at++) {
      const block = this.#sets.at(set, at);
      for (let word = 0; word < blockWords; word++)
        for (let rest = this.#blocks.at(block, word); rest !== 0; rest &= rest - 1)
          terms.push(this.#terms[((at << toBlock) | (word << 5)) + 31 - Math.clz32(rest & -rest)]!);
    }
    return terms;
  }

  #bitOf(term: number): number {
    return term < this.#bits.length ? this.#bits[term]! - 1 : -1;
  }

  #flip(bit: number): void {
    this.#draft[bit >>> 5]! ^= 1 << (bit & 31);
    this.#draftBlocks[bit >>> toBlock] = -1;
    this.#drafted = -1;
  }

  #newBit(term: Term): number {
    const bit = this.#terms.push(term) - 1;
    if (term.id >= this.#bits.length)
      this.#bits = resized(this.#bits, Math.max(this.#bits.length * 2, term.id + (term.id >> 1)));
    this.#bits[term.id] = bit + 1;
    if (term.kind === "dh") this.#powers.push(term);
    if (bit === this.#draft.length * 32) this.#widen();
    return bit;
  }

  #widen(): void {
    const width = this.#draftBlocks.length * 2;
    this.#draft = resized(this.#draft, width * blockWords);
    this.#draftBlocks = resized(this.#draftBlocks, width);
    this.#sets.widen(width);
  }
}

/** Rows of as many integers each, every row kept once and known by a number. */
class Rows {
  #width: number;
  #size = 0;
  #values = new Int32Array(16);
  /** Rows by hash, plus one; 0 where a place is free. Open addressing with linear probing. */
  #places = new Int32Array(32);

  constructor(width: number) {
    this.#width = width;
  }

  get size(): number {
    return this.#size;
  }

  at(row: number, column: number): number {
    return this.#values[row * this.#width + column]!;
  }

  /** The number of a row, a new one if there was none like it. */
  idOf(values: Int32Array): number {
    const mask = this.#places.length - 1;
    let at = hashOf(values, 0, this.#width) & mask;
    for (; this.#places[at] !== 0; at = (at + 1) & mask)
      if (this.#equals(this.#places[at]! - 1, values)) return this.#places[at]! - 1;
    const row = this.#size++;
    this.#places[at] = row + 1;
    const begin = row * this.#width;
    if (begin + this.#width > this.#values.length)
      this.#values = resized(this.#values, 2 * (begin + this.#width));
    this.#values.set(values, begin);
    if (this.#size * 2 > this.#places.length) this.#spread();
    return row;
  }

  /** Gives every row more columns, with 0 in them. */
  widen(width: number): void {
    const narrow = this.#values;
    this.#values = new Int32Array(Math.max(16, 2 * this.#size * width));
    for (let row = 0; row < this.#size; row++)
      for (let at = 0; at < this.#width; at++)
        this.#values[row * width + at] = narrow[row * this.#width + at]!;
    this.#width = width;
    this.#spread();
  }

  #equals(row: number, values: Int32Array): boolean {
    const begin = row * this.#width;
    for (let at = 0; at < this.#width; at++)
      if (this.#values[begin + at] !== values[at]) return false;
    return true;
  }

  /** Puts every row in its place anew, with room for more. */
  #spread(): void {
    this.#places = new Int32Array(this.#places.length * 2);
    const mask = this.#places.length - 1;
    for (let row = 0; row < this.#size; row++) {
      let at = hashOf(this.#values, row * this.#width, this.#width) & mask;
      while (this.#places[at] !== 0) at = (at + 1) & mask;
      this.#places[at] = row + 1;
    }
  }
}

const resized = (values: Int32Array, length: number): Int32Array<ArrayBuffer> => {
  const longer = new Int32Array(length);
  longer.set(values);
  return longer;
};

const hashOf = (values: Int32Array, begin: number, width: number): number => {
  let hash = 0;
  for (let at = begin; at < begin + width; at++) {
    hash = Math.imul(hash ^ values[at]!, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
};
