import type { Scratch } from "../../world/index.ts";
import type { Column } from "./column.ts";
import { columnsIn, copied, sharedColumns, type Columns, type Contents } from "./columns.ts";
import { Answer, Order, type Keeping } from "./keeper.ts";
import { ringMemory, RingWriter } from "./ring.ts";
import { OwnStates, type States } from "./states.ts";
import type { TreePlan } from "./tree-plan.ts";
import { Unfolding } from "./unfolding.ts";

/** Words of the ring to the other thread, and of the batches in which it sees them. */
export interface RingSize {
  readonly words: number;
  readonly batch: number;
}

const usual: RingSize = { words: 2 ** 18, batch: 2 ** 11 };

/**
 * States that another thread keeps. It is told what each step changed, and is not waited for: only {@link flush} does
 * that. States that it has numbered, and their tuples, are read from memory that both threads share.
 */
export class KeptStates implements States {
  readonly #plan: TreePlan;
  readonly #columns: Columns;
  readonly #ring: RingWriter;
  readonly #halves: Column;
  readonly #unfolding: Unfolding;
  #own: OwnStates | undefined;
  #loaded = 0;
  #ended = false;

  /** `keep` lets another thread keep states, it must not wait for that; these are there already. */
  constructor(
    plan: TreePlan,
    keep: (keeping: Keeping) => void,
    { words, batch } = usual,
    saved?: OwnStates,
  ) {
    const ring = ringMemory(words, Answer.tuples + plan.nodes.length);
    const memory = sharedColumns(plan);
    if (saved) copied(plan, saved.contents, columnsIn(memory));
    const columns = columnsIn(memory);
    const { halves, tuples } = columns;
    this.#plan = plan;
    this.#columns = columns;
    this.#ring = new RingWriter(ring, batch);
    this.#halves = halves;
    this.#unfolding = new Unfolding(plan, tuples);
    keep({ plan, columns: memory, ring, extent: saved?.extent });
    this.#tell(Order.load, 0);
    this.flush();
  }

  get size(): number {
    return this.#ring.answer(Answer.states);
  }

  get bytes(): number {
    return this.#ring.answer(Answer.kibibytes) * 1024;
  }

  get contents(): Contents {
    const tuples = Array.from(this.#plan.nodes, (_, node) =>
      this.#ring.answer(Answer.tuples + node),
    );
    return { columns: this.#columns, extent: { states: this.size, tuples } };
  }

  get values(): Int32Array {
    return this.#unfolding.values;
  }

  load(state: number): Scratch {
    this.#loaded = state;
    this.#tell(Order.load, state);
    this.#halves.fit(2 * state + 2);
    return this.#unfolding.load(this.#halves.cells[2 * state]!, this.#halves.cells[2 * state + 1]!);
  }

  add(changes: Scratch): void {
    this.#ring.begin(changes.count + 1);
    this.#ring.push(changes.count / 2);
    this.#pass(changes);
  }

  gather(changes: Scratch): Scratch {
    // Tuples are numbered by the other thread.
    return changes;
  }

  flush(): void {
    this.#ring.drain();
  }

  settle(): OwnStates {
    return (this.#own ??= this.#takeOver());
  }

  close(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#tell(Order.end, 0);
    this.#ring.show();
  }

  #takeOver(): OwnStates {
    this.flush();
    this.close();
    const { columns, extent } = this.contents;
    const own = new OwnStates(this.#plan, columns, extent);
    // Where the world stands: what is loaded next is told by how it differs from that.
    own.load(this.#loaded);
    return own;
  }

  #tell(order: number, operand: number): void {
    this.#ring.begin(2);
    this.#ring.push(order);
    this.#ring.push(operand);
  }

  #pass({ values, count }: Scratch): void {
    for (let at = 0; at < count; at++) this.#ring.push(values[at]!);
  }
}
