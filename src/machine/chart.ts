import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from "xstate";

/** What is known of a machine without running it. */
export interface Chart {
  /** Every state, in document order. */
  readonly nodes: readonly AnyStateNode[];
  /** Ids of the history states that some transition can lead to; what others remember can never matter. */
  readonly remembered: ReadonlySet<string>;
  /** Short names of the delayed events that `after` declares, by XState's ids for them. */
  readonly timerNames: ReadonlyMap<string, string>;
  /** Names of the states that can be active, in document order: all but the machine itself and history states. */
  readonly states: ReadonlyMap<AnyStateNode, string>;
  /** Names of all declared transitions, e.g. `open.composing user.send`, `lent after 14` or `idle always #2`. */
  readonly transitions: ReadonlyMap<AnyTransitionDefinition, string>;
}

const charts = new WeakMap<AnyStateMachine, Chart>();

/** The chart of a machine, made once. */
export const chartOf = (machine: AnyStateMachine): Chart => {
  let chart = charts.get(machine);
  if (!chart) charts.set(machine, (chart = draw(machine)));
  return chart;
};

/** A state and all states below it, in document order. */
const withDescendants = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap(withDescendants),
];

/** All transitions that a state declares: on events, after delays, when done, and at once. */
export const transitionsOf = (node: AnyStateNode): AnyTransitionDefinition[] => [
  ...[...node.transitions.values()].flat(),
  ...(node.always ?? []),
];

/** What a state is called: its dotted path, or the machine's id for the machine itself. */
export const stateName = (node: AnyStateNode): string => node.path.join(".") || node.machine.id;

const draw = (machine: AnyStateMachine): Chart => {
  const nodes = withDescendants(machine.root);
  return {
    nodes,
    remembered: rememberedIn(nodes),
    timerNames: timerNamesIn(nodes),
    states: new Map(
      nodes
        .filter(({ path, type }) => path.length > 0 && type !== "history")
        .map((node) => [node, stateName(node)]),
    ),
    transitions: transitionNamesIn(nodes),
  };
};

const rememberedIn = (nodes: readonly AnyStateNode[]): ReadonlySet<string> => {
  const targets = nodes.flatMap((node) => [
    ...transitionsOf(node).flatMap(({ target }) => target ?? []),
    ...(node.type === "compound" ? (node.initial.target ?? []) : []),
  ]);
  const reached = new Set<AnyStateNode>();
  const reach = (node: AnyStateNode | undefined): void => {
    if (node?.type !== "history" || reached.has(node)) return;
    reached.add(node);
    for (const target of defaultsOf(node)) reach(stateAt(node.parent!, target));
  };
  for (const target of targets) reach(target);
  return new Set([...reached].map(({ id }) => id));
};

const defaultsOf = ({ config }: AnyStateNode): readonly string[] =>
  [(config as { target?: string | readonly string[] }).target ?? []].flat();

const stateAt = (from: AnyStateNode, target: string): AnyStateNode | undefined =>
  target.startsWith("#")
    ? from.machine.getStateNodeById(target)
    : target.split(".").reduce<AnyStateNode | undefined>((node, key) => node?.states[key], from);

/** `after: { 30: … }` in state `a.b` is called `b.30`, or `a.b.30` where two states would share the short name. */
const timerNamesIn = (nodes: readonly AnyStateNode[]): ReadonlyMap<string, string> => {
  const delayed = new Map(
    nodes.flatMap((node) =>
      node.after.map(
        ({ eventType, delay }) => [eventType, { node, delay: String(delay) }] as const,
      ),
    ),
  );
  const short = ({ node, delay }: { node: AnyStateNode; delay: string }): string =>
    `${node.key}.${delay}`;
  const uses = Map.groupBy(delayed.values(), short);
  return new Map(
    [...delayed].map(([id, timer]) => [
      id,
      uses.get(short(timer))!.length > 1 ? `${stateName(timer.node)}.${timer.delay}` : short(timer),
    ]),
  );
};

const transitionNamesIn = (
  nodes: readonly AnyStateNode[],
): ReadonlyMap<AnyTransitionDefinition, string> => {
  const named = nodes.flatMap((node) =>
    transitionsOf(node).map((transition) => ({
      transition,
      name: `${stateName(node)} ${occasionOf(node, transition)}`,
    })),
  );
  const alternatives = [...Map.groupBy(named, ({ name }) => name).values()];
  return new Map(
    alternatives.flatMap((list) =>
      list.map(({ transition, name }, at) => [transition, at > 0 ? `${name} #${at + 1}` : name]),
    ),
  );
};

/** Names of the states and transitions that a machine declares, each in document order. */
export const namesIn = (
  machine: AnyStateMachine,
): { readonly states: readonly string[]; readonly transitions: readonly string[] } => {
  const { states, transitions } = chartOf(machine);
  return { states: [...states.values()], transitions: [...transitions.values()] };
};

/** Which of the transitions that a machine declares have a guard, as positions among their names. */
export const guardedIn = (machine: AnyStateMachine): readonly number[] =>
  [...chartOf(machine).transitions.keys()].flatMap(({ guard }, at) =>
    guard === undefined ? [] : [at],
  );

/** What sets a transition off, in the words in which the model declares it. */
export const occasionOf = (node: AnyStateNode, { eventType }: AnyTransitionDefinition): string => {
  if (eventType === "") return "always";
  if (eventType === `xstate.done.state.${node.id}`) return "done";
  const delayed = node.after.find((transition) => transition.eventType === eventType);
  return delayed ? `after ${String(delayed.delay)}` : eventType;
};

/** The name of a timer: a short one for `after`, the model's own id for a delayed raise. */
export const timerName = (machine: AnyStateMachine, id: string): string =>
  chartOf(machine).timerNames.get(id) ?? id;
