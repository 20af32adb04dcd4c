/** The kinds of move; numbers are only for tables, names are what traces keep. */
export const MoveKind = {
  /** `a` = intent, `b` = the term it carries. */
  intent: 0,
  /** `a` = channel, `b` = position. */
  deliver: 1,
  /** `a` = timer. */
  timer: 2,
  /** `a` = how long. */
  time: 3,
  /** `a` = channel, `b` = position. */
  drop: 4,
  duplicate: 5,
  reorder: 6,
  /** Time passes although messages are under way; `a` = how long. */
  delay: 7,
  /** `a` = unit. */
  offline: 8,
  online: 9,
  crash: 10,
  skew: 11,
  /** An adversary takes a message off a channel: `a` = channel, `b` = position. */
  suppress: 12,
  /** An adversary lets a message overtake those before it. */
  overtake: 13,
  /** An adversary lets time pass although messages are under way; `a` = how long. */
  withhold: 14,
  /** An adversary sends what was sent before, or what they made up: `a` = channel, `b` = item. */
  replay: 15,
  inject: 16,
  /** A unit or a store falls into an adversary's hands: `a` = which of their captures. */
  capture: 17,
} as const;
export type MoveKind = (typeof MoveKind)[keyof typeof MoveKind];

/** What a move is for weights, swarms and histograms. */
export const moveKindNames = Object.keys(MoveKind) as readonly (keyof typeof MoveKind)[];

/**
 * The moves on offer, side by side in integer arrays. `outputs` is -1, or how many outputs of the move's first part
 * still happen before its unit crashes.
 */
export class MoveList {
  count = 0;
  /** So many moves at the beginning are still as whoever keeps this number has written them. */
  intact = 0;
  kind: Int32Array = new Int32Array(64);
  a: Int32Array = new Int32Array(64);
  b: Int32Array = new Int32Array(64);
  outputs: Int32Array = new Int32Array(64);

  clear(): void {
    this.count = 0;
    this.intact = 0;
  }

  add(kind: number, a: number, b = 0, outputs = -1): void {
    if (this.count === this.kind.length) this.#grow();
    const at = this.count++;
    this.kind[at] = kind;
    this.a[at] = a;
    this.b[at] = b;
    this.outputs[at] = outputs;
  }

  /** Adds a move of another list, or all that stand there from the one up to the other. */
  addFrom({ kind, a, b, outputs }: MoveList, first: number, end: number = first + 1): void {
    for (let at = first; at < end; at++) this.add(kind[at]!, a[at]!, b[at]!, outputs[at]!);
  }

  /** The same moves, as a list of their own. */
  copy(): MoveList {
    const copy = new MoveList();
    copy.addFrom(this, 0, this.count);
    return copy;
  }

  /** Takes a move off the list by putting the last one in its place. */
  drop(index: number): void {
    const last = --this.count;
    if (index < this.intact) this.intact = index;
    this.kind[index] = this.kind[last]!;
    this.a[index] = this.a[last]!;
    this.b[index] = this.b[last]!;
    this.outputs[index] = this.outputs[last]!;
  }

  #grow(): void {
    for (const field of ["kind", "a", "b", "outputs"] as const) {
      const wider = new Int32Array(this[field].length * 2);
      wider.set(this[field]);
      this[field] = wider;
    }
  }
}
