import { Scratch } from "./scratch.ts";

/** The slots that moves look at, in order, for whoever has to know what the outcome of a move depends on. */
export class Reads {
  /** Those of the last move that was noted; some may come several times. */
  slots: Scratch = new Scratch();
  /** What tells slots of this world from those of another that notes together with it. */
  #mark = 0;
  #noting = false;

  /** Notes together with another world, in one order; slots of this one are marked by adding a number. */
  join(other: Reads, mark: number): void {
    this.slots = other.slots;
    this.#mark = mark;
  }

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
    if (this.#noting) this.slots.push(slot + this.#mark);
  }
}
