/** What stands in the header: each of what changes often on a line of the cache of its own. */
const written = 0;
/** How many words the ring has; behind them are those that the reader may leave, see {@link RingReader.answer}. */
const length = 1;
const read = 16;
/** Counts what the reader did, so that a writer who waits for anything wakes up. */
const stirred = 32;
const failed = 33;
const header = 48;

/** Looks that are taken before a thread goes to sleep: waking it up takes longer than most waits. */
const looks = 2000;

/**
 * A ring of so many words, a power of two, by which one thread tells another one things in order; the other one may
 * leave so many answers.
 */
export const ringMemory = (words: number, answers: number): SharedArrayBuffer => {
  const memory = new SharedArrayBuffer(4 * (header + words + answers));
  new Int32Array(memory)[length] = words;
  return memory;
};

const partsOf = (memory: SharedArrayBuffer) => {
  const head = new Int32Array(memory, 0, header);
  const words = new Int32Array(memory, 4 * header, head[length]);
  const answers = new Int32Array(memory, 4 * (header + words.length));
  return { header: head, words, answers };
};

/** The end of a ring at which words go in. */
export class RingWriter {
  readonly #header: Int32Array;
  readonly #words: Int32Array;
  readonly #answers: Int32Array;
  readonly #mask: number;
  readonly #batch: number;
  /** Words that went in, that the reader was shown, and that it had read when we looked last; all modulo 2³². */
  #at = 0;
  #shown = 0;
  #read = 0;

  /** The reader is shown new words in batches of about so many. */
  constructor(memory: SharedArrayBuffer, batch: number) {
    const { header, words, answers } = partsOf(memory);
    this.#header = header;
    this.#words = words;
    this.#answers = answers;
    this.#mask = words.length - 1;
    this.#batch = batch;
  }

  /** Begins something of so many words: makes room for it. */
  begin(words: number): void {
    if (((this.#at - this.#shown) | 0) >= this.#batch) this.show();
    const most = this.#words.length - words;
    if (((this.#at - this.#read) | 0) <= most) return;
    this.show();
    this.#waitUntil(() => ((this.#at - this.#read) | 0) <= most);
  }

  push(word: number): void {
    this.#words[this.#at & this.#mask] = word;
    this.#at = (this.#at + 1) | 0;
  }

  /** Shows the reader all that went in. */
  show(): void {
    if (this.#shown === this.#at) return;
    this.#shown = this.#at;
    Atomics.store(this.#header, written, this.#at);
    Atomics.notify(this.#header, written);
  }

  /** Waits until everything was read. */
  drain(): void {
    this.show();
    this.#waitUntil(() => this.#read === this.#at);
  }

  /** What the reader has left at a place, together with what it had read by then, or later. */
  answer(place: number): number {
    return Atomics.load(this.#answers, place);
  }

  #waitUntil(done: () => boolean): void {
    for (let look = 0; ; look++) {
      const seen = Atomics.load(this.#header, stirred);
      if (Atomics.load(this.#header, failed) === 1)
        throw new Error("the thread that keeps the states has failed");
      this.#read = Atomics.load(this.#header, read);
      if (done()) return;
      if (look > looks) Atomics.wait(this.#header, stirred, seen);
    }
  }
}

/** The end of a ring at which words come out. */
export class RingReader {
  readonly #header: Int32Array;
  readonly #words: Int32Array;
  readonly #answers: Int32Array;
  readonly #mask: number;
  #at = 0;
  #shown = 0;

  constructor(memory: SharedArrayBuffer) {
    const { header, words, answers } = partsOf(memory);
    this.#header = header;
    this.#words = words;
    this.#answers = answers;
    this.#mask = words.length - 1;
  }

  /** Words that wait to be read; whatever has begun is complete. */
  get waiting(): number {
    if (this.#at === this.#shown) this.#shown = Atomics.load(this.#header, written);
    return (this.#shown - this.#at) | 0;
  }

  next(): number {
    const word = this.#words[this.#at & this.#mask]!;
    this.#at = (this.#at + 1) | 0;
    return word;
  }

  /** Leaves a word for the writer, to be seen with the next {@link release} at the latest. */
  answer(place: number, word: number): void {
    Atomics.store(this.#answers, place, word);
  }

  /** Gives what was read free for new words. */
  release(): void {
    Atomics.store(this.#header, read, this.#at);
    this.#stir();
  }

  /** Tells the writer that nobody will read any more. */
  fail(): void {
    Atomics.store(this.#header, failed, 1);
    this.#stir();
  }

  /** Returns once there is something to read. */
  wait(): void {
    for (let look = 0; this.waiting === 0; look++)
      if (look > looks) Atomics.wait(this.#header, written, this.#at);
  }

  #stir(): void {
    Atomics.add(this.#header, stirred, 1);
    Atomics.notify(this.#header, stirred);
  }
}
