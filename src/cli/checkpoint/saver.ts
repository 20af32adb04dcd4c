import type { Snapshot } from "../../search/index.ts";
import type { CheckpointOf } from "./checkpoint.ts";
import { readCheckpoint } from "./read.ts";
import { writeCheckpoint } from "./write.ts";

/** Where one search is saved, and where it goes on from; plain data. */
export interface Saving {
  readonly of: CheckpointOf;
  /** The file that is written, if any. */
  readonly to: string | undefined;
  /** The file to go on from, if any. */
  readonly from: string | undefined;
  /** Milliseconds between two checkpoints. */
  readonly every: number;
}

/** Of the time, so much goes into writing at most: one in so many. */
const patience = 20;

/** What a snapshot holds beside long rows, as JSON. */
const wordsName = "words";

/** Saves a search every so often. */
export class Saver {
  readonly #saving: Saving;
  #next: number;

  constructor(saving: Saving) {
    this.#saving = saving;
    this.#next = performance.now() + saving.every;
  }

  /** Where the search goes on from. */
  get saved(): Snapshot | undefined {
    const { of, from } = this.#saving;
    if (from === undefined) return undefined;
    const { header, sections } = readCheckpoint(from, of);
    const rows = new Map(sections);
    const words = JSON.parse(Buffer.from(rows.get(wordsName)!).toString()) as Snapshot["words"];
    rows.delete(wordsName);
    return { counts: header.counts, words, rows };
  }

  /** Saves the search if it is time for that, or if it is about to end. */
  look(snapshot: () => Snapshot, ending: boolean): void {
    const { of, to, every } = this.#saving;
    const now = performance.now();
    if (to === undefined || (now < this.#next && !ending)) return;
    const { counts, words, rows } = snapshot();
    const text = new Uint8Array(Buffer.from(JSON.stringify(words)));
    writeCheckpoint(to, { ...of, counts }, new Map([...rows, [wordsName, text]]));
    const took = performance.now() - now;
    this.#next = performance.now() + Math.max(every, patience * took);
  }
}
