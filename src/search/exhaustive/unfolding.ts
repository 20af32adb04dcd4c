import { Scratch } from "../../world/index.ts";
import type { Column } from "./column.ts";
import type { TreePlan } from "./tree-plan.ts";

/** Takes states apart into the values of their places, given the tuples of all nodes. */
export class Unfolding {
  /** Of the state that was loaded last: a value for each place, then the tuple of each node. */
  readonly values: Int32Array;
  readonly #plan: TreePlan;
  readonly #tuples: readonly (Column | undefined)[];
  readonly #moved = new Scratch();

  /** `tuples` has those of each node, as the plan numbers them. */
  constructor(plan: TreePlan, tuples: readonly (Column | undefined)[]) {
    this.#plan = plan;
    this.#tuples = tuples;
    this.values = new Int32Array(plan.parents.length);
  }

  /** Loads a state; answers what differs from the one that was loaded before, as pairs of place and value. */
  load(left: number, right: number): Scratch {
    this.#moved.clear();
    this.#descend(this.#plan.halves[0], left);
    this.#descend(this.#plan.halves[1], right);
    return this.#moved;
  }

  #descend(at: number, value: number): void {
    if (this.values[at] === value) return;
    this.values[at] = value;
    const node = this.#plan.nodes[at];
    if (!node) {
      this.#moved.push(at);
      this.#moved.push(value);
      return;
    }
    const { first, width } = node;
    const column = this.#tuples[at]!;
    const base = value * width;
    // Another thread may have made the column longer.
    if (base + width > column.cells.length) column.fit(base + width);
    for (let child = 0; child < width; child++)
      this.#descend(first + child, column.cells[base + child]!);
  }
}
