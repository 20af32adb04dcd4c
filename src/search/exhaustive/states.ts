import type { Scratch } from "../../world/index.ts";
import { ownColumns, type Columns, type Contents, type Extent } from "./columns.ts";
import { Folding } from "./folding.ts";
import { StateSet } from "./state-set.ts";
import type { TreePlan } from "./tree-plan.ts";
import { TupleTable } from "./tuple-table.ts";
import { Unfolding } from "./unfolding.ts";

/**
 * The states that a search has reached, numbered in the order in which it reached them, each with the state it was first
 * reached from. State 0 is the start. Changes and values are pairs of place and value.
 */
export interface States {
  /** States so far; successors that were added since the last {@link flush} may be missing. */
  readonly size: number;
  /** Bytes that states and tuples take, as of the last {@link flush}. */
  readonly bytes: number;
  /** Everything as it stands in memory, as of the last {@link flush}. */
  readonly contents: Contents;
  /** Of the loaded state: the value of each place, then the tuple of each node, as the plan numbers them. */
  readonly values: Int32Array;
  /** Makes a state the one that what follows starts from; answers how it differs from the one that was before. */
  load(state: number): Scratch;
  /** Adds what comes of the loaded state by these changes, now or later, but always in the same order. */
  add(changes: Scratch): void;
  /** The same changes told by as few pairs as this thread can tell them by, of places or of nodes. */
  gather(changes: Scratch): Scratch;
  /** Returns once all that was added is in. */
  flush(): void;
  /** All states, kept by this thread alone; nothing is added from now on. */
  settle(): OwnStates;
  /** To be called in the end, whatever happened. */
  close(): void;
}

/** States that are kept by the very thread that searches. */
export class OwnStates implements States {
  readonly #columns: Columns;
  readonly #set: StateSet;
  readonly #tables: readonly (TupleTable | undefined)[];
  readonly #unfolding: Unfolding;
  readonly #folding: Folding;
  #loaded = 0;

  /** A start alone, or what stands in the columns already, up to an extent. */
  constructor(plan: TreePlan, columns = ownColumns(plan), extent?: Extent) {
    this.#columns = columns;
    this.#tables = plan.nodes.map((node, at) =>
      node ? new TupleTable(node.width, columns.tuples[at]!, extent?.tuples[at]) : undefined,
    );
    this.#unfolding = new Unfolding(plan, columns.tuples);
    this.#folding = new Folding(plan, this.#tables, this.#unfolding.values);
    this.#set = new StateSet(columns.halves, columns.parents, extent?.states);
    if (this.size > 0) return;
    this.#set.add(0, 0, -1);
    this.#set.flush();
  }

  get size(): number {
    return this.#set.size;
  }

  get extent(): Extent {
    return { states: this.size, tuples: this.#tables.map((table) => table?.size ?? 0) };
  }

  get bytes(): number {
    return this.#tables.reduce((sum, table) => sum + (table?.bytes ?? 0), this.#set.bytes);
  }

  get contents(): Contents {
    return { columns: this.#columns, extent: this.extent };
  }

  get values(): Int32Array {
    return this.#unfolding.values;
  }

  load(state: number): Scratch {
    this.#loaded = state;
    return this.#unfolding.load(this.#set.left(state), this.#set.right(state));
  }

  add(changes: Scratch): void {
    this.#folding.fold(changes);
    this.#set.add(this.#folding.left, this.#folding.right, this.#loaded);
  }

  gather(changes: Scratch): Scratch {
    return this.#folding.gather(changes);
  }

  /** The number of what comes of the loaded state by these changes, or -1 if it was not reached. */
  find(changes: Scratch): number {
    this.#folding.fold(changes);
    return this.#set.find(this.#folding.left, this.#folding.right);
  }

  /** The state from which a state was first reached; -1 for the start. */
  parent(state: number): number {
    return this.#set.parent(state);
  }

  flush(): void {
    this.#set.flush();
  }

  settle(): this {
    return this;
  }

  close(): void {
    // Nothing to end: the memory goes with the object.
  }
}
