import type { Difference } from "../result.ts";
import { columnOf } from "./column.ts";
import { rowsOf } from "./columns.ts";
import type { Explorer, Progress } from "./explorer.ts";
import { OwnStates } from "./states.ts";
import type { TreePlan } from "./tree-plan.ts";

/** What a search has come to, as plain data: with it, the search can go on in another process. */
export interface Snapshot {
  /** For whoever wants to know how far it is. */
  readonly counts: Readonly<Record<string, number>>;
  /** What can be written as JSON. */
  readonly words: Words;
  /** Long rows of numbers by name, as they stand in memory: to be used before the search goes on. */
  readonly rows: ReadonlyMap<string, Row>;
}

export type Row = Int32Array | Uint32Array | Float64Array | Uint8Array;

export interface Words {
  /** What the passes before this one found. */
  readonly passes: readonly unknown[];
  /** Of the pass that is under way; none is while pairs of runs are compared. */
  readonly progress?: Progress;
  /** Names that turned out not to be interchangeable while the search took them to be. */
  readonly apart?: readonly Difference[] | undefined;
}

/** What an explorer has come to between two calls of {@link Explorer.advance}; see {@link Words} for the rest. */
export const snapshotOf = (
  explorer: Explorer,
  passes: readonly unknown[],
  apart: readonly Difference[] | undefined,
): Snapshot => {
  const { world, places, progress, states } = explorer;
  explorer.tally();
  const { halves, parents, tuples } = rowsOf(places.plan, states.contents);
  return {
    counts: { pass: passes.length, states: parents.length, expanded: progress.expanded },
    words: { passes, progress, apart },
    rows: new Map<string, Row>([
      // Those beyond will come up again.
      ["novel", Int32Array.from(explorer.novel.filter((state) => state < progress.expanded))],
      ["slots", Int32Array.from(places.known)],
      ["places", places.taken],
      ["tested", world.evidence.tested],
      ["witnessed", world.evidence.witnessed],
      ["blocked", Float64Array.of(world.blocked)],
      ["coverage", world.coverage.counts],
      ["halves", halves],
      ["parents", parents],
      ...tuples.flatMap((row, node) => (row ? [[`tuples ${node}`, row] as const] : [])),
    ]),
  };
};

/** What stands when all passes have ended, and pairs of runs are compared: that begins anew. */
export const snapshotAfter = (passes: readonly unknown[]): Snapshot => ({
  counts: { pass: passes.length, states: 0, expanded: 0 },
  words: { passes },
  rows: new Map(),
});

/** A row of 32-bit integers. */
export const rowIn = ({ rows }: Snapshot, name: string): Int32Array => rows.get(name) as Int32Array;

/** The states of a snapshot. */
export const statesIn = (snapshot: Snapshot, plan: TreePlan): OwnStates => {
  const tuples = plan.nodes.map((node, at) => node && rowIn(snapshot, `tuples ${at}`));
  const [halves, parents] = [rowIn(snapshot, "halves"), rowIn(snapshot, "parents")];
  return new OwnStates(
    plan,
    {
      halves: columnOf(halves),
      parents: columnOf(parents),
      tuples: tuples.map((row) => row && columnOf(row)),
    },
    {
      states: parents.length,
      tuples: tuples.map((row, at) => (row ? row.length / plan.nodes[at]!.width : 0)),
    },
  );
};
