import { Column, sharedColumn } from "./column.ts";
import type { TreePlan } from "./tree-plan.ts";

/** Where states are: their halves, their parents, and the tuples of each node, as the plan numbers them. */
export interface Columns<In = Column> {
  readonly halves: In;
  readonly parents: In;
  readonly tuples: readonly (In | undefined)[];
}

/** How much of the columns is in use. */
export interface Extent {
  readonly states: number;
  /** Tuples of each node, as the plan numbers them; 0 for places. */
  readonly tuples: readonly number[];
}

export interface Contents {
  readonly columns: Columns;
  readonly extent: Extent;
}

/** States, and tuples of a node, that new columns have room for. */
const first = { states: 1024, tuples: 32 };

const made = <In>({ nodes }: TreePlan, make: (length: number) => In): Columns<In> => ({
  halves: make(2 * first.states),
  parents: make(first.states),
  tuples: nodes.map((node) => (node ? make(node.width * first.tuples) : undefined)),
});

/** Memory for states that one thread keeps for itself. */
export const ownColumns = (plan: TreePlan): Columns => made(plan, (length) => new Column(length));

/** Memory for states that one thread keeps and another one reads. */
export const sharedColumns = (plan: TreePlan): Columns<SharedArrayBuffer> =>
  made(plan, sharedColumn);

/** Columns in such memory. */
export const columnsIn = ({ halves, parents, tuples }: Columns<SharedArrayBuffer>): Columns => ({
  halves: new Column(0, halves),
  parents: new Column(0, parents),
  tuples: tuples.map((memory) => (memory ? new Column(0, memory) : undefined)),
});

/** Of a column of columns: what is in use. */
export const rowsOf = (plan: TreePlan, { columns, extent }: Contents): Columns<Int32Array> => ({
  halves: used(columns.halves, 2 * extent.states),
  parents: used(columns.parents, extent.states),
  tuples: columns.tuples.map(
    (column, at) => column && used(column, extent.tuples[at]! * plan.nodes[at]!.width),
  ),
});

const used = (column: Column, length: number): Int32Array => {
  column.fit(length);
  return column.cells.subarray(0, length);
};

/** Copies what is in use of some columns to others. */
export const copied = (plan: TreePlan, from: Contents, to: Columns): void => {
  const rows = rowsOf(plan, from);
  fill(to.halves, rows.halves);
  fill(to.parents, rows.parents);
  rows.tuples.forEach((row, at) => row && fill(to.tuples[at]!, row));
};

const fill = (column: Column, row: Int32Array): void => {
  column.fit(row.length);
  column.cells.set(row);
};
