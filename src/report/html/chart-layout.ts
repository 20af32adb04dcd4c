import type { ELK, ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api.js";
import type { Diagram } from "../../machine/index.ts";
import type { Box, ChartEdge, ChartLayout } from "../scenes.ts";
import { edgesOf, graphOf, machineItself } from "./chart-graph.ts";

/** Lays a machine out. Undefined where no layout is found: whoever draws it lists its states instead. */
export type LayOut = (diagram: Diagram) => Promise<ChartLayout | undefined>;

/** The layout engine, loaded once somebody needs it: it is large, and stays out of every page. */
export const chartLayouts = async (): Promise<LayOut> => {
  const loaded = await import("elkjs/lib/elk.bundled.js");
  // A CommonJS module, whose types say less than what it exports.
  const Engine = loaded.default as unknown as new () => ELK;
  const engine = new Engine();
  return async (diagram) => {
    try {
      return read(diagram, await engine.layout(graphOf(diagram)));
    } catch {
      return undefined;
    }
  };
};

const read = (diagram: Diagram, paper: ElkNode): ChartLayout => {
  const nodes = allNodes(paper);
  const edges = new Map(nodes.flatMap((node) => node.edges ?? []).map((edge) => [edge.id, edge]));
  return {
    width: Math.ceil(paper.width!),
    height: Math.ceil(paper.height!),
    states: Object.fromEntries(
      nodes
        .filter(({ id }) => id !== paper.id && !id.startsWith("start of "))
        .map((node) => [node.id === machineItself ? "" : node.id, boxOf(node)]),
    ),
    edges: [
      ...[...edges.values()]
        .filter(({ id }) => id.startsWith("into "))
        .map((edge): ChartEdge => ({ transitions: [], points: pointsOf(edge), label: undefined })),
      ...edgesOf(diagram).map(({ id, transitions, lines }): ChartEdge => {
        const edge = edges.get(id)!;
        const [label] = edge.labels ?? [];
        return {
          transitions: transitions.map(({ name }) => name),
          points: pointsOf(edge),
          label: label && { ...boxOf(label), lines },
        };
      }),
    ],
  };
};

const allNodes = (node: ElkNode): ElkNode[] => [node, ...(node.children ?? []).flatMap(allNodes)];

const boxOf = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});

const pointsOf = ({ sections = [] }: ElkExtendedEdge): (readonly [number, number])[] =>
  sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(
      ({ x, y }) => [Math.round(x), Math.round(y)] as const,
    ),
  );
