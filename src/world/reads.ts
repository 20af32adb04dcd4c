import { Scratch } from "./scratch.ts";

/** The slots that moves look at, in order, for whoever has to know what the outcome of a move depends on. */
export class Reads {
  /** Those of the last move that was noted; some may come several times. */
  readonly slots = new Scratch();
  #noting = false;

  /** Notes what the move that `make` makes looks at. */
  during(make: () => boolean): boolean {
    this.slots.clear();
    this.#noting = true;
    try {
      return make();
    } finally {
      this.#noting = false;
    }
  }

  /** A move looks at a slot. */
  note(slot: number): void {
    if (this.#noting) this.slots.push(slot);
  }
}
