import type { Evidence } from "./evidence.ts";
import { Scratch } from "./scratch.ts";

/** What a permutation of names makes of whatever is counted. */
export interface Images {
  readonly entry: (part: number, entry: number) => readonly [part: number, entry: number];
  readonly intent: (intent: number) => number;
  readonly state: (invariant: number, state: number) => number;
}

/**
 * What was used since the world was made: entries of the table of each part and intents, with how often; and whether it
 * was at all, of facts and of states of monitors. Tables are shared by all worlds of a process, so that an entry exists
 * says nothing; that it is counted here does. Like all evidence, a use counts once for each state that the present one
 * stands for, and not at all while nothing is counted.
 */
export class Coverage {
  /** What the last move used of what is counted, whether it counts or not: row and column, alternating. */
  readonly now = new Scratch();
  readonly #evidence: Evidence;
  readonly #parts: number;
  /** One row for each part, one for intents, one for facts, and one for each invariant. */
  readonly #rows: Float64Array[];
  /** What the last move used, of what is only marked, for the first time: row and column, alternating. */
  readonly #news = new Scratch();
  #start: readonly Float64Array[] = [];

  constructor(parts: number, invariants: number, evidence: Evidence) {
    this.#evidence = evidence;
    this.#parts = parts;
    this.#rows = Array.from({ length: parts + 2 + invariants }, () => new Float64Array(64));
  }

  /** A part has gone by an entry of its table. */
  use(part: number, entry: number): void {
    this.#count(part, entry);
  }

  /** Somebody has done what an intent says. */
  make(intent: number): void {
    this.#count(this.#parts, intent);
  }

  /** A fact was stated. */
  state(fact: number): void {
    if (!(this.#rows[this.#parts + 1]![fact]! > 0)) this.#mark(this.#parts + 1, fact);
  }

  /** A monitor of an invariant has come to a state. */
  reach(invariant: number, state: number): void {
    const row = this.#parts + 2 + invariant;
    if (!(this.#rows[row]![state]! > 0)) this.#mark(row, state);
  }

  /** What the last move used stays counted. */
  settle(): void {
    this.now.clear();
    this.#news.clear();
  }

  /** The last move was never made. */
  takeBack(): void {
    const { values, count } = this.now;
    if (this.#evidence.counting)
      for (let at = 0; at < count; at += 2)
        this.#rows[values[at]!]![values[at + 1]!]! -= this.#evidence.weight;
    const news = this.#news;
    for (let at = 0; at < news.count; at += 2)
      this.#rows[news.values[at]!]![news.values[at + 1]!] = 0;
    this.settle();
  }

  /** Counts a use so many times more: of a move whose outcome is known. */
  repeat(row: number, column: number, times: number): void {
    const counts = this.#rows[row]!;
    if (column >= counts.length) this.#widen(row, column);
    this.#rows[row]![column]! += times;
  }

  /** Everything that is counted: row, column and how often, one after the other. */
  get counts(): Float64Array {
    return Float64Array.from(
      this.#rows.flatMap((counts, row) =>
        used(counts).flatMap((column) => [row, column, counts[column]!]),
      ),
    );
  }

  /** Counts all this. */
  add(counts: Float64Array): void {
    for (let at = 0; at < counts.length; at += 3)
      this.repeat(counts[at]!, counts[at + 1]!, counts[at + 2]!);
  }

  /** Forgets everything. */
  clear(): void {
    for (const counts of this.#rows) counts.fill(0);
    this.settle();
  }

  /** What is counted now is what was used before the first move. */
  startHere(): void {
    this.#start = this.#rows.map((counts) => counts.slice());
  }

  /** Forgets everything but what was used before the first move. */
  restart(): void {
    this.clear();
    for (const [row, counts] of this.#start.entries()) this.#rows[row]!.set(counts);
  }

  /** Shares each count evenly among what was used and its images: what is told of one of those alike, is told of all. */
  share(images: readonly Images[]): void {
    const { counts } = this;
    this.clear();
    for (let at = 0; at < counts.length; at += 3) {
      const [row, column, times] = [counts[at]!, counts[at + 1]!, counts[at + 2]!];
      const share = times / (images.length + 1);
      this.repeat(row, column, share);
      for (const image of images) this.repeat(...this.#imageOf(image, row, column), share);
    }
  }

  /** The entries that a part has used. */
  entriesOf(part: number): number[] {
    return used(this.#rows[part]!);
  }

  /** How often a part has used each entry; what stands beyond the end, never. */
  timesOf(part: number): Float64Array {
    return this.#rows[part]!;
  }

  /** How often each intent was made. */
  get intents(): Float64Array {
    return this.#rows[this.#parts]!;
  }

  /** The facts that were stated. */
  get facts(): number[] {
    return used(this.#rows[this.#parts + 1]!);
  }

  /** The states that monitors of an invariant have come to. */
  statesOf(invariant: number): number[] {
    return used(this.#rows[this.#parts + 2 + invariant]!);
  }

  /** The entries that the last move has used of a part. */
  entriesNow(part: number): number[] {
    const { values, count } = this.now;
    const entries: number[] = [];
    for (let at = 0; at < count; at += 2) if (values[at] === part) entries.push(values[at + 1]!);
    return entries;
  }

  #imageOf(image: Images, row: number, column: number): readonly [number, number] {
    const parts = this.#parts;
    if (row < parts) return image.entry(row, column);
    if (row === parts) return [row, image.intent(column)];
    // Facts are told by their types, which nothing renames.
    if (row === parts + 1) return [row, column];
    return [row, image.state(row - parts - 2, column)];
  }

  #count(row: number, column: number): void {
    this.now.push(row);
    this.now.push(column);
    if (!this.#evidence.counting) return;
    const counts = this.#rows[row]!;
    if (column < counts.length) counts[column]! += this.#evidence.weight;
    else this.repeat(row, column, this.#evidence.weight);
  }

  #mark(row: number, column: number): void {
    if (!this.#evidence.counting) return;
    this.repeat(row, column, 1);
    this.#news.push(row);
    this.#news.push(column);
  }

  #widen(row: number, column: number): void {
    const counts = this.#rows[row]!;
    let width = counts.length;
    while (width <= column) width *= 2;
    const wider = new Float64Array(width);
    wider.set(counts);
    this.#rows[row] = wider;
  }
}

const used = (counts: Float64Array): number[] => {
  const columns: number[] = [];
  for (let at = 0; at < counts.length; at++) if (counts[at]! > 0) columns.push(at);
  return columns;
};
