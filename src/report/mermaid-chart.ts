import type { Diagram } from "../machine/index.ts";
import { transitionWords } from "./html/chart-graph.ts";
import { mermaidText } from "./mermaid.ts";

/** A statechart as Mermaid text. */
export const chartMermaid = (diagram: Diagram): string => {
  const { states, transitions, initial } = diagram;
  const idOf = new Map(states.map(({ name }, at) => [name, `s${at}`]));
  const inside = (
    parent: string | undefined,
    start: string | undefined,
    margin: string,
  ): string[] => [
    ...states
      .filter((state) => state.parent === parent)
      .flatMap((state) => {
        const head = `${margin}state "${mermaidText(state.key)}" as ${idOf.get(state.name)}`;
        const inner = inside(state.name, state.initial, `${margin}  `);
        return inner.length === 0 ? [head] : [`${head} {`, ...inner, `${margin}}`];
      }),
    ...(start === undefined ? [] : [`${margin}[*] --> ${idOf.get(start)}`]),
  ];
  return [
    "stateDiagram-v2",
    ...inside(undefined, initial, "  "),
    ...transitions.flatMap((transition) =>
      transition.to.map((to) => {
        const words = mermaidText(transitionWords(transition));
        // What the machine itself declares leads there from wherever it is.
        const from = transition.from === undefined ? "[*]" : idOf.get(transition.from);
        return `  ${from} --> ${idOf.get(to)}: ${words}`;
      }),
    ),
    "",
  ].join("\n");
};
