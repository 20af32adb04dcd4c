import { Column, sharedColumn } from "./column.ts";
import { firstStates } from "./state-set.ts";
import type { TreePlan } from "./tree-plan.ts";
import { firstTuples } from "./tuple-table.ts";

/** Where states are: their halves, their parents, and the tuples of each node. */
export interface Columns<In = Column> {
  readonly halves: In;
  readonly parents: In;
  readonly tuples: readonly (In | undefined)[];
}

/** Memory for states that one thread keeps and another one reads. */
export const sharedColumns = ({ nodes }: TreePlan): Columns<SharedArrayBuffer> => ({
  halves: sharedColumn(2 * firstStates),
  parents: sharedColumn(firstStates),
  tuples: nodes.map((node) => (node ? sharedColumn(node.width * firstTuples) : undefined)),
});

/** Columns in such memory. */
export const columnsIn = ({ halves, parents, tuples }: Columns<SharedArrayBuffer>): Columns => ({
  halves: new Column(0, halves),
  parents: new Column(0, parents),
  tuples: tuples.map((memory) => (memory ? new Column(0, memory) : undefined)),
});

/** How much of the columns is in use. */
export interface Extent {
  readonly states: number;
  /** Tuples of each node, as the plan numbers them; 0 for places. */
  readonly tuples: readonly number[];
}
