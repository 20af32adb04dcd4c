import { Scratch } from "./scratch.ts";

/**
 * What was used since the world was made: entries of the table of each part, and intents. Tables are shared by all
 * worlds of a process, so that an entry exists says nothing; that it is marked here does. A mark that is set already
 * costs one look-up.
 */
export class Coverage {
  readonly #entries: Uint8Array[];
  readonly #intents: Uint8Array;
  /** Marks that the last move set: part and entry, or -1 and intent. */
  readonly #news = new Scratch();

  constructor(parts: number, intents: number) {
    this.#entries = Array.from({ length: parts }, () => new Uint8Array(64));
    this.#intents = new Uint8Array(intents);
  }

  /** A part has gone by an entry of its table. */
  use(part: number, entry: number): void {
    const entries = this.#entries[part]!;
    if (entry < entries.length && entries[entry] === 1) return;
    this.#mark(part, entry);
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
      const marks = part < 0 ? this.#intents : this.#entries[part]!;
      marks[values[at + 1]!] = 0;
    }
    this.#news.clear();
  }

  /** Forgets everything. */
  clear(): void {
    for (const entries of this.#entries) entries.fill(0);
    this.#intents.fill(0);
    this.#news.clear();
  }

  /** The entries that a part has used. */
  entriesOf(part: number): number[] {
    return marked(this.#entries[part]!);
  }

  /** The intents that were made. */
  get intents(): number[] {
    return marked(this.#intents);
  }

  #mark(part: number, entry: number): void {
    let entries = this.#entries[part]!;
    if (entry >= entries.length) {
      entries = new Uint8Array(2 * entry);
      entries.set(this.#entries[part]!);
      this.#entries[part] = entries;
    }
    entries[entry] = 1;
    this.#news.push(part);
    this.#news.push(entry);
  }
}

const marked = (marks: Uint8Array): number[] =>
  [...marks.keys()].filter((number) => marks[number] === 1);
