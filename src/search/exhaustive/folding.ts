import { Scratch } from "../../world/index.ts";
import type { TreePlan } from "./tree-plan.ts";
import type { TupleTable } from "./tuple-table.ts";

/**
 * Joins the values of a state to two integers. Values are joined to tuples, tuples to tuples of tuples, up to two
 * halves; each different tuple is kept once, and a step that changes three values asks for a handful of tuples and
 * leaves the others alone ("tree compression": Blom, Lisser, van de Pol, Weber, "A Database Approach to Distributed
 * State-Space Generation", 2009).
 */
export class Folding {
  /** The halves of the state that {@link fold} saw last. */
  left = 0;
  right = 0;
  readonly #plan: TreePlan;
  readonly #tables: readonly (TupleTable | undefined)[];
  readonly #values: Int32Array;
  /** Nodes to be looked up anew, in order, and which are among them. */
  readonly #stale: Int32Array;
  readonly #isStale: Uint8Array;
  #staleCount = 0;
  /** Values that are changed for the time of a fold, each with what stood there before. */
  readonly #changed: Int32Array;
  #changes = 0;
  readonly #gathered = new Scratch();

  /** `tables` has those of each node, as the plan numbers them; `values` are those of the state that changes. */
  constructor(plan: TreePlan, tables: readonly (TupleTable | undefined)[], values: Int32Array) {
    this.#plan = plan;
    this.#tables = tables;
    this.#values = values;
    this.#stale = new Int32Array(plan.parents.length);
    this.#isStale = new Uint8Array(plan.parents.length);
    this.#changed = new Int32Array(2 * plan.parents.length);
  }

  /** Finds the halves of the state that differs in these places or nodes, given as pairs with their values. */
  fold({ values, count }: Scratch): void {
    for (let at = 0; at < count; at += 2) this.#set(values[at]!, values[at + 1]!);
    for (let at = 0; at < this.#staleCount; at++) this.#join(this.#stale[at]!);
    this.#staleCount = 0;
    this.left = this.#values[this.#plan.halves[0]]!;
    this.right = this.#values[this.#plan.halves[1]]!;
    this.#restore();
  }

  /** Tells changes of places by the lowest nodes, which are fewer: pairs of node and value. */
  gather({ values, count }: Scratch): Scratch {
    const gathered = this.#gathered;
    gathered.clear();
    for (let at = 0; at < count; at += 2) this.#set(values[at]!, values[at + 1]!);
    // Nodes above come after those that are stale now.
    const lowest = this.#staleCount;
    for (let at = 0; at < lowest; at++) {
      const node = this.#stale[at]!;
      this.#join(node);
      gathered.push(node);
      gathered.push(this.#values[node]!);
    }
    for (let at = lowest; at < this.#staleCount; at++) this.#isStale[this.#stale[at]!] = 0;
    this.#staleCount = 0;
    this.#restore();
    return gathered;
  }

  #join(node: number): void {
    this.#isStale[node] = 0;
    this.#set(node, this.#tables[node]!.intern(this.#values, this.#plan.nodes[node]!.first));
  }

  #restore(): void {
    while (this.#changes > 0) {
      this.#changes -= 2;
      this.#values[this.#changed[this.#changes]!] = this.#changed[this.#changes + 1]!;
    }
  }

  /** Gives a place or node another value and marks the node above. */
  #set(at: number, value: number): void {
    const before = this.#values[at]!;
    if (before === value) return;
    this.#values[at] = value;
    this.#changed[this.#changes++] = at;
    this.#changed[this.#changes++] = before;
    const parent = this.#plan.parents[at]!;
    if (parent < 0 || this.#isStale[parent] === 1) return;
    this.#isStale[parent] = 1;
    this.#stale[this.#staleCount++] = parent;
  }
}
