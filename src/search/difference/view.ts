import type { Meanings } from "../../promise/index.ts";
import type { Graph } from "./graph.ts";
import { labelOf } from "./label.ts";

/** A graph seen from one kind of chat: what is so in it, and what people can do in it. All else is hidden. */
export interface View {
  readonly states: number;
  readonly offsets: readonly number[];
  readonly targets: readonly number[];
  /** Per step, what is seen of it; "" for nothing. */
  readonly labels: readonly string[];
  /** Per state, what people can do. */
  readonly ready: readonly string[];
}

export const viewOf = (graph: Graph, meanings: Meanings, chat: string): View => {
  const kinds = new Set(meanings.chats[chat]);
  const seen = graph.facts.map((facts) =>
    facts
      .flatMap((fact) => {
        const label = labelOf(meanings, fact);
        return label?.chat === chat ? [label.name] : [];
      })
      .join("\n"),
  );
  const able = graph.intents.map((intents) =>
    intents.flatMap(({ kind, name }) => (kinds.has(kind) ? [name] : [])).join("\n"),
  );
  return {
    states: graph.states,
    offsets: graph.offsets,
    targets: graph.targets,
    labels: graph.sequences.map((sequence) => seen[sequence]!),
    ready: graph.ready.map((set) => able[set]!),
  };
};

/** Whether nothing is ever so in such a chat, and nobody can ever do anything in it. */
export const isEmpty = ({ labels, ready }: View): boolean =>
  labels.every((seen) => seen === "") && ready.every((able) => able === "");

/**
 * The same view, in which it is seen when people come to be able to do other things than before. Two that are bisimilar
 * cannot be told apart by it either.
 */
export const showingFreedom = (view: View): View => {
  const { states, offsets, targets, ready } = view;
  const labels = [...view.labels];
  for (let state = 0; state < states; state++)
    for (let step = offsets[state]!; step < offsets[state + 1]!; step++)
      if (targets[step]! >= 0 && ready[targets[step]!] !== ready[state])
        labels[step] += `\rnow free to ${ready[targets[step]!]}`;
  return { ...view, labels };
};

/** Per state, all that people can do there or after steps of which nothing is seen: what stays out is denied to them. */
export const ableIn = ({ states, offsets, targets, labels, ready }: View): string[] => {
  const able = ready.map((intents) => new Set(intents === "" ? [] : intents.split("\n")));
  const before: number[][] = Array.from({ length: states }, () => []);
  for (let state = 0; state < states; state++)
    for (let step = offsets[state]!; step < offsets[state + 1]!; step++)
      if (labels[step] === "" && targets[step]! >= 0) before[targets[step]!]!.push(state);
  const changed = [...able.keys()];
  for (let state = changed.pop(); state !== undefined; state = changed.pop())
    for (const earlier of before[state]!) {
      const own = able[earlier]!;
      const { size } = own;
      for (const intent of able[state]!) own.add(intent);
      if (own.size > size) changed.push(earlier);
    }
  return able.map((intents) => [...intents].toSorted().join("\n"));
};
