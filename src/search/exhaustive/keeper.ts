import { Scratch } from "../../world/index.ts";
import { columnsIn, type Columns, type Extent } from "./columns.ts";
import { RingReader } from "./ring.ts";
import { OwnStates } from "./states.ts";
import type { TreePlan } from "./tree-plan.ts";

/** What another thread needs in order to keep the states of a search; may be sent to it. */
export interface Keeping {
  readonly plan: TreePlan;
  readonly columns: Columns<SharedArrayBuffer>;
  readonly ring: SharedArrayBuffer;
  /** What of the columns is in use already. */
  readonly extent: Extent | undefined;
}

/** What goes through the ring: orders with an operand, or the number of changes of a successor and these changes. */
export const Order = {
  /** Load the state of this number. */
  load: -1,
  /** Nothing more will come; the operand says nothing. */
  end: -2,
} as const;

/** Where the keeper leaves its answers. */
export const Answer = { kibibytes: 0, states: 1, tuples: 2 } as const;

/** Words after which answers are given although there are more. */
const often = 2 ** 13;

/**
 * The thread that keeps states for another one which searches: it joins what each step changed to a state, says in
 * order which states are new, and keeps them where the other one reads them.
 */
export class Keeper {
  readonly #states: OwnStates;
  readonly #ring: RingReader;
  readonly #changes = new Scratch();
  #ended = false;

  constructor({ plan, columns, ring, extent }: Keeping) {
    this.#ring = new RingReader(ring);
    this.#states = new OwnStates(plan, columnsIn(columns), extent);
  }

  /** Does what waits, or the first part of it; false once the search has ended. */
  work(): boolean {
    const ring = this.#ring;
    for (let left = ring.waiting - often; ring.waiting > 0 && ring.waiting > left;) this.#next();
    this.#states.flush();
    this.#answer();
    ring.release();
    return !this.#ended;
  }

  wait(): void {
    this.#ring.wait();
  }

  fail(): void {
    this.#ring.fail();
  }

  #next(): void {
    const word = this.#ring.next();
    if (word >= 0) {
      this.#states.add(this.#read(word));
      return;
    }
    const operand = this.#ring.next();
    if (word === Order.load) this.#states.load(operand);
    else this.#ended = true;
  }

  #answer(): void {
    const { tuples, states } = this.#states.extent;
    this.#ring.answer(Answer.kibibytes, Math.ceil(this.#states.bytes / 1024));
    tuples.forEach((count, node) => this.#ring.answer(Answer.tuples + node, count));
    this.#ring.answer(Answer.states, states);
  }

  #read(count: number): Scratch {
    const changes = this.#changes;
    changes.clear();
    for (let word = 0; word < 2 * count; word++) changes.push(this.#ring.next());
    return changes;
  }
}

/** Keeps the states of a search until it has ended. */
export const keepStates = (keeping: Keeping): void => {
  const keeper = new Keeper(keeping);
  try {
    while (keeper.work()) keeper.wait();
  } catch (error) {
    keeper.fail();
    throw error;
  }
};
