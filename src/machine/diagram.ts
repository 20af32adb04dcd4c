import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from "xstate";
import { chartOf, occasionOf, stateName } from "./chart.ts";

/** A machine as somebody would draw it: plain data, in document order, the machine itself left out of the states. */
export interface Diagram {
  readonly id: string;
  readonly parallel: boolean;
  /** The state in which the machine starts, where it is in one at a time. */
  readonly initial: string | undefined;
  readonly states: readonly DiagramState[];
  readonly transitions: readonly DiagramTransition[];
}

export interface DiagramState {
  /** Dotted path, e.g. `open.composing`. */
  readonly name: string;
  readonly key: string;
  /** The state around it; undefined at the top. */
  readonly parent: string | undefined;
  readonly type: "atomic" | "compound" | "parallel" | "final" | "history";
  readonly initial: string | undefined;
  readonly tags: readonly string[];
}

export interface DiagramTransition {
  /** As coverage and scenes name it. */
  readonly name: string;
  /** The state that declares it; undefined: the machine itself. */
  readonly from: string | undefined;
  /** Where it leads; empty where nothing is left or entered. */
  readonly to: readonly string[];
  /** What sets it off: an event, `after 30`, `always`, `done`. */
  readonly occasion: string;
  readonly guard: string | undefined;
  readonly actions: readonly string[];
}

/** The diagram of a machine. */
export const diagramOf = (machine: AnyStateMachine): Diagram => {
  const { nodes, transitions } = chartOf(machine);
  return {
    id: machine.id,
    parallel: machine.root.type === "parallel",
    initial: initialOf(machine.root),
    states: nodes.filter(({ path }) => path.length > 0).map(stateOf),
    transitions: [...transitions].map(([transition, name]) => transitionOf(transition, name)),
  };
};

const pathOf = ({ path }: AnyStateNode): string | undefined => path.join(".") || undefined;

const initialOf = (node: AnyStateNode): string | undefined => {
  const target = node.type === "compound" ? node.initial.target?.[0] : undefined;
  return target && pathOf(target);
};

const stateOf = (node: AnyStateNode): DiagramState => ({
  name: stateName(node),
  key: node.key,
  parent: node.parent && pathOf(node.parent),
  type: node.type,
  initial: initialOf(node),
  tags: [...node.tags],
});

const transitionOf = (transition: AnyTransitionDefinition, name: string): DiagramTransition => ({
  name,
  from: pathOf(transition.source),
  to: (transition.target ?? []).flatMap((node) => pathOf(node) ?? []),
  occasion: occasionOf(transition.source, transition),
  guard: transition.guard === undefined ? undefined : nameIn(transition.guard),
  actions: transition.actions.map(nameIn),
});

/** What a guard or an action is called; those written in place have no name. */
const nameIn = (declared: unknown): string => {
  if (typeof declared === "string") return declared;
  const { type, name, params } = declared as { type?: unknown; name?: unknown; params?: unknown };
  if (typeof type === "string") return [type, ...literalsIn(params)].join(" ");
  return typeof name === "string" && name !== "" ? name : "…";
};

/** Of parameters, those that can be read: `mode=hosted`. */
const literalsIn = (params: unknown): string[] =>
  typeof params === "object" && params !== null
    ? Object.entries(params).flatMap(([name, value]: [string, unknown]) =>
        ["string", "number", "boolean"].includes(typeof value)
          ? [`${name}=${String(value as number)}`]
          : [],
      )
    : [];
