import * as fc from "fast-check";
import type { Region, StateGraph } from "../../../src/search/exhaustive/state-graph.ts";

/** A graph as one would draw it: who leads where, and which agent makes the move; -1 is nobody. */
export interface Drawing {
  readonly count: number;
  readonly edges: readonly (readonly [from: number, to: number, agent: number])[];
  readonly agentCount: number;
  /** States that still owe; all, if left out. */
  readonly owing?: readonly number[];
  /** Edges, by their place in `edges`, that pay although they lead to a state that owes. */
  readonly paying?: readonly number[];
}

/** The same graph as the search keeps it. Edges of one state stay in the order of the drawing. */
export const packed = ({
  count,
  edges,
  agentCount,
  owing,
  paying,
}: Drawing): { readonly graph: StateGraph; readonly region: Region } => {
  const placed = edges
    .map(([from, to, agent], at) => ({ from, to, agent, pays: paying?.includes(at) ? 1 : 0 }))
    .toSorted((left, right) => left.from - right.from);
  const offsets = new Int32Array(count + 1);
  for (const { from } of placed) offsets[from + 1]!++;
  for (let state = 0; state < count; state++) offsets[state + 1]! += offsets[state]!;
  return {
    graph: {
      offsets,
      targets: Int32Array.from(placed, ({ to }) => to),
      agents: Int32Array.from(placed, ({ agent }) => agent),
      agentCount,
    },
    region: {
      states: Uint8Array.from({ length: count }, (_, state) =>
        (owing?.includes(state) ?? true) ? 1 : 0,
      ),
      ...(paying ? { paying: Uint8Array.from(placed, ({ pays }) => pays) } : {}),
    },
  };
};

interface Shape {
  readonly states: { readonly min: number; readonly max: number };
  readonly agents: { readonly min: number; readonly max: number };
  /** Edges for each state, at most. */
  readonly degree: number;
}

/** Drawings of a shape; most states owe, few edges pay. */
export const drawings = ({ states, agents, degree }: Shape): fc.Arbitrary<Drawing> =>
  fc.tuple(fc.integer(states), fc.integer(agents)).chain(([count, agentCount]) => {
    const state = fc.nat({ max: count - 1 });
    return fc
      .array(fc.tuple(state, state, fc.integer({ min: -1, max: agentCount - 1 })), {
        maxLength: count * degree,
        size: "max",
      })
      .chain((edges) =>
        fc.record({
          count: fc.constant(count),
          agentCount: fc.constant(agentCount),
          edges: fc.constant(edges),
          owing: mostOf(count),
          paying: fc.oneof(
            { arbitrary: fc.constant([]), weight: 3 },
            {
              arbitrary: fc.array(fc.nat({ max: Math.max(0, edges.length - 1) }), { maxLength: 4 }),
              weight: 1,
            },
          ),
        }),
      );
  });

const mostOf = (count: number): fc.Arbitrary<readonly number[]> =>
  fc
    .array(fc.nat({ max: 9 }), { minLength: count, maxLength: count })
    .map((lots) => lots.flatMap((lot, state) => (lot > 0 ? [state] : [])));
