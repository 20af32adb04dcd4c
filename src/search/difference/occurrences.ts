import type { Meanings } from "../../promise/index.ts";
import type { Graph } from "./graph.ts";
import { labelOf, type Label } from "./label.ts";
import { wayTo, type Reached, type Taken } from "./way-to.ts";

/** That something can come about, after which duties of its kind of chat at least, and a shortest way to it. */
export interface Occurrence {
  readonly label: Label;
  /** Duties that have been done by then, by name; no other occurrence gets by with some of them only. */
  readonly after: readonly string[];
  /** The steps that lead to it, each with the state it starts from. */
  readonly way: readonly Taken[];
}

interface Node extends Reached {
  /** Bits of duties that were done. */
  readonly done: number;
}

/** More duties than bits are not told apart. */
const dutiesMost = 16;

/**
 * What can come about in a graph. Of a harm it matters which duties were done before: it is found once for each set of
 * duties that no smaller one does for, with a shortest way. Breadth first over states and duties done.
 */
export const occurrencesIn = (graph: Graph, meanings: Meanings): Occurrence[] => {
  const sequences = graph.facts.map((facts) =>
    facts.flatMap((fact) => labelOf(meanings, fact) ?? []),
  );
  const duties = [
    ...new Map(
      sequences.flat().flatMap((label) => (label.is === "duty" ? [[label.name, label]] : [])),
    ).values(),
  ].slice(0, dutiesMost);
  const bits = new Map(duties.map(({ name }, at) => [name, 1 << at]));
  const masks = new Map<string, number>();
  for (const { chat, name } of duties) masks.set(chat, (masks.get(chat) ?? 0) | bits.get(name)!);
  const found = new Map<string, { done: number; occurrence: Occurrence }[]>();
  const note = (label: Label, done: number, node: Node, step: number): void => {
    const list = found.get(label.name) ?? [];
    // What came earlier took fewer moves; a harm counts again where fewer duties were done.
    if (list.some((one) => label.is !== "harm" || (one.done & done) === one.done)) return;
    const after = duties.filter((_, at) => (done & (1 << at)) !== 0).map(({ name }) => name);
    list.push({ done, occurrence: { label, after, way: wayTo(node, step) } });
    found.set(label.name, list);
  };
  const seen = new Set<number>([0]);
  const queue: Node[] = [{ state: 0, done: 0, from: undefined, step: -1 }];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    for (let step = graph.offsets[node.state]!; step < graph.offsets[node.state + 1]!; step++) {
      let { done } = node;
      for (const label of sequences[graph.sequences[step]!]!) {
        note(label, done & (masks.get(label.chat) ?? 0), node, step);
        done |= bits.get(label.name) ?? 0;
      }
      const state = graph.targets[step]!;
      const key = state * 2 ** dutiesMost + done;
      if (state < 0 || seen.has(key)) continue;
      seen.add(key);
      queue.push({ state, done, from: node, step });
    }
  }
  return [...found.values()].flatMap((list) =>
    list
      .filter(
        ({ done }) =>
          !list.some((other) => other.done !== done && (other.done & done) === other.done),
      )
      .map(({ occurrence }) => occurrence),
  );
};
