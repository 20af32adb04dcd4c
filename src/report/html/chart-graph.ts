import type { ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api.js";
import type { Diagram, DiagramState, DiagramTransition } from "../../machine/index.ts";
import { words } from "../words.ts";
import { linesWithin, textWidth } from "../text-width.ts";

/** Font sizes and line heights of a chart, in pixels; the page draws with the same. */
export const chartType = { title: 13, line: 11, leading: 15, head: 28, pad: 12 } as const;

/** The id of the dot from which an arrow leads to where a state starts. */
export const startOf = (state: string): string => `start of ${state}`;

/** The id of the machine itself; no state can have it, since paths have no spaces at their ends. */
export const machineItself = " ";

const labelMost = 150;

/** Transitions that leave a state and enter another (or the same anew), by where they lead from and to. */
export interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly transitions: readonly DiagramTransition[];
  readonly lines: readonly string[];
}

/** What a transition says on its line: what sets it off, and the condition. */
export const transitionWords = ({ occasion, guard }: DiagramTransition): string =>
  guard === undefined ? words(occasion) : `${words(occasion)} [${words(guard)}]`;

/** Transitions that lead nowhere: they are written into the state that declares them. */
export const innerOf = (diagram: Diagram, state: string | undefined): string[] => [
  ...new Set(
    diagram.transitions
      .filter(({ from, to }) => from === state && to.length === 0)
      .map(transitionWords),
  ),
];

export const edgesOf = ({ transitions }: Diagram): Edge[] => {
  const leading = transitions.flatMap((transition) =>
    transition.to.map((to) => ({ from: transition.from ?? machineItself, to, transition })),
  );
  const groups = Map.groupBy(leading, ({ from, to }) => `${from}\n${to}`);
  return [...groups.values()].map((group, at) => {
    const { from, to } = group[0]!;
    const alike = group.map(({ transition }) => transition);
    return {
      id: `edge ${at}`,
      from,
      to,
      transitions: alike,
      lines: [...new Set(alike.map(transitionWords))].flatMap((text) =>
        linesWithin(text, chartType.line, labelMost),
      ),
    };
  });
};

/** The diagram as the layout engine takes it: states in states, a dot where each starts, edges with room for labels. */
export const graphOf = (diagram: Diagram): ElkNode => {
  const { states, initial } = diagram;
  const machine = nodeOf(diagram, machineItself, diagram.id, innerOf(diagram, undefined), {
    inside: states.filter(({ parent }) => parent === undefined),
    initial,
  });
  return {
    id: "paper",
    layoutOptions: { ...layered, "elk.padding": padding(1, 1) },
    children: [machine],
  };
};

const layered: Readonly<Record<string, string>> = {
  "elk.algorithm": "layered",
  "elk.direction": "DOWN",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.json.edgeCoords": "ROOT",
  "elk.json.shapeCoords": "ROOT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.edgeLabels.inline": "true",
  "elk.spacing.nodeNode": "28",
  "elk.spacing.edgeNode": "18",
  "elk.spacing.edgeEdge": "14",
  "elk.layered.spacing.nodeNodeBetweenLayers": "26",
  "elk.layered.spacing.edgeNodeBetweenLayers": "16",
  "elk.layered.cycleBreaking.strategy": "DEPTH_FIRST",
  "elk.layered.feedbackEdges": "true",
};

const padding = (top: number, rest: number): string =>
  `[top=${top},left=${rest},bottom=${rest},right=${rest}]`;

const nodeOf = (
  diagram: Diagram,
  id: string,
  title: string,
  inner: readonly string[],
  { inside, initial }: { inside: readonly DiagramState[]; initial: string | undefined },
): ElkNode => {
  const { head, leading, line, pad } = chartType;
  const tall = head + inner.length * leading + (inner.length > 0 ? 8 : 0);
  const wide =
    Math.max(
      textWidth(title, chartType.title) * 1.08,
      ...inner.map((text) => textWidth(text, line)),
    ) +
    2 * pad;
  if (inside.length === 0) return { id, width: Math.max(64, wide), height: tall };
  const start: ElkNode[] = initial === undefined ? [] : [{ id: startOf(id), width: 9, height: 9 }];
  return {
    id,
    layoutOptions: {
      ...layered,
      "elk.padding": padding(tall + 8, 16),
      "elk.nodeSize.constraints": "MINIMUM_SIZE",
      "elk.nodeSize.minimum": `(${wide},${tall})`,
    },
    children: [
      ...start,
      ...inside.map(({ name, key, initial }) =>
        nodeOf(diagram, name, words(key), innerOf(diagram, name), {
          inside: diagram.states.filter(({ parent }) => parent === name),
          initial,
        }),
      ),
    ],
    edges: [...firstEdge(id, initial), ...(id === machineItself ? lines(diagram) : [])],
  };
};

const firstEdge = (id: string, initial: string | undefined): ElkExtendedEdge[] =>
  initial === undefined ? [] : [{ id: `into ${id}`, sources: [startOf(id)], targets: [initial] }];

const lines = (diagram: Diagram): ElkExtendedEdge[] =>
  edgesOf(diagram).map(({ id, from, to, lines }) => ({
    id,
    sources: [from],
    targets: [to],
    labels: [
      {
        text: lines.join("\n"),
        width: Math.max(...lines.map((text) => textWidth(text, chartType.line))) + 10,
        height: lines.length * 14 + 4,
      },
    ],
  }));
