import type { Meanings } from "../../promise/index.ts";
import type { Graph } from "./graph.ts";
import { wayTo, type Reached, type Taken } from "./way-to.ts";

/** Something that can happen, whatever it means: that somebody does something, or that something is so. */
export interface Behaviour {
  readonly is: "deed" | "fact";
  /** The name of the move, without what it carries; or the type of the fact. */
  readonly name: string;
  /** A shortest way to it. */
  readonly way: readonly Taken[];
}

/** Tells a behaviour from every other. */
export const behaviourKey = ({ is, name }: Pick<Behaviour, "is" | "name">): string =>
  `${is} ${name}`;

/** Everything that can happen in a graph, each once. Facts that have a meaning are left out: they are compared by it. */
export const behavioursIn = (graph: Graph, { facts: meanings }: Meanings): Behaviour[] => {
  const types = graph.facts.map((facts) =>
    facts.flatMap(({ type }) => (type in meanings ? [] : [type])),
  );
  const found = new Map<string, Behaviour>();
  const seen = new Set<number>([0]);
  const queue: Reached[] = [{ state: 0, from: undefined, step: -1 }];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    for (let step = graph.offsets[node.state]!; step < graph.offsets[node.state + 1]!; step++) {
      const note = (is: Behaviour["is"], name: string): void => {
        const key = `${is} ${name}`;
        if (!found.has(key)) found.set(key, { is, name, way: wayTo(node, step) });
      };
      if (graph.doing[step]! >= 0) note("deed", graph.deeds[graph.doing[step]!]!);
      for (const type of types[graph.sequences[step]!]!) note("fact", type);
      const state = graph.targets[step]!;
      if (state < 0 || seen.has(state)) continue;
      seen.add(state);
      queue.push({ state, from: node, step });
    }
  }
  return [...found.values()];
};
