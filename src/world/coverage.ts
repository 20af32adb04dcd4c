import { Scratch } from "./scratch.ts";

/**
 * What was used since the world was made: entries of the table of each part, and intents. Tables are shared by all
 * worlds of a process, so that an entry exists says nothing; that it is marked here does. A mark that is set already
 * costs one look-up.
 */
export class Coverage {
  readonly #parts: number;
  /** Entries of a part that there is room for. */
  #width = 256;
  /** A row for each part. */
  #entries: Uint8Array;
  readonly #intents: Uint8Array;
  /** Marks that the last move set: part and entry, or -1 and intent. */
  readonly #news = new Scratch();

  constructor(parts: number, intents: number) {
    this.#parts = parts;
    this.#entries = new Uint8Array(parts * this.#width);
    this.#intents = new Uint8Array(intents);
  }

  /** A part has gone by an entry of its table. */
  use(part: number, entry: number): void {
    const width = this.#width;
    if (entry >= width || this.#entries[part * width + entry] === 0) this.#mark(part, entry);
  }

  /** Somebody has done what an intent says. */
  make(intent: number): void {
    if (this.#intents[intent] === 1) return;
    this.#intents[intent] = 1;
    this.#news.push(-1);
    this.#news.push(intent);
  }

  /** What the last move marked stays. */
  settle(): void {
    this.#news.clear();
  }

  /** The last move was never made. */
  takeBack(): void {
    const { values, count } = this.#news;
    for (let at = 0; at < count; at += 2) {
      const part = values[at]!;
      const number = values[at + 1]!;
      if (part < 0) this.#intents[number] = 0;
      else this.#entries[part * this.#width + number] = 0;
    }
    this.#news.clear();
  }

  /** Everything that is marked: pairs of part and entry, or -1 and intent. */
  get marks(): Int32Array {
    const parts = Array.from({ length: this.#parts }, (_, part) => part);
    const used = parts.flatMap((part) => this.entriesOf(part).flatMap((entry) => [part, entry]));
    return Int32Array.from([...used, ...this.intents.flatMap((intent) => [-1, intent])]);
  }

  /** Marks all this. */
  add(marks: Int32Array): void {
    for (let at = 0; at < marks.length; at += 2)
      if (marks[at]! < 0) this.make(marks[at + 1]!);
      else this.use(marks[at]!, marks[at + 1]!);
    this.settle();
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries.fill(0);
    this.#intents.fill(0);
    this.#news.clear();
  }

  /** The entries that a part has used. */
  entriesOf(part: number): number[] {
    return marked(this.#entries.subarray(part * this.#width, (part + 1) * this.#width));
  }

  /** The intents that were made. */
  get intents(): number[] {
    return marked(this.#intents);
  }

  #mark(part: number, entry: number): void {
    while (entry >= this.#width) this.#widen();
    this.#entries[part * this.#width + entry] = 1;
    this.#news.push(part);
    this.#news.push(entry);
  }

  #widen(): void {
    const [width, entries] = [this.#width, this.#entries];
    this.#width = width * 2;
    this.#entries = new Uint8Array(this.#parts * this.#width);
    for (let part = 0; part < this.#parts; part++)
      this.#entries.set(entries.subarray(part * width, (part + 1) * width), part * this.#width);
  }
}

const marked = (marks: Uint8Array): number[] =>
  [...marks.keys()].filter((number) => marks[number] === 1);
