import type { Spot } from "./mutant.ts";
import { isTransient, listOf, type StateConfig, type TransitionConfig } from "./config.ts";

/** Where a list of transitions stands in a state: `["on", "user.open"]`, `["always"]`, `["after", "deadline"]`. */
export type Slot = readonly [kind: "on" | "after", key: string] | readonly ["always" | "onDone"];

/** A state in the configuration of a machine. */
export interface StateSite {
  /** Dotted path, or the machine's id for the machine itself. */
  readonly name: string;
  readonly path: readonly string[];
  readonly config: StateConfig;
  /** Names of the states beside it. */
  readonly siblings: readonly string[];
}

/** A transition in it, with the alternatives that stand beside it. */
export interface TransitionSite {
  readonly state: StateSite;
  readonly slot: Slot;
  readonly list: readonly TransitionConfig[];
  readonly at: number;
  readonly transition: TransitionConfig;
  /** As coverage calls it: `open.composing user.send`, `idle always #2`. */
  readonly name: string;
}

/** All states of a configuration, the machine itself first. */
export const statesIn = (config: StateConfig, id: string): StateSite[] => {
  const below = (path: readonly string[], state: StateConfig): StateSite[] => {
    const names = Object.keys(state.states ?? {});
    return names.flatMap((name) => {
      const own = [...path, name];
      const inner = state.states![name]!;
      const siblings = names.filter((other) => other !== name);
      return [{ name: own.join("."), path: own, config: inner, siblings }, ...below(own, inner)];
    });
  };
  return [{ name: id, path: [], config, siblings: [] }, ...below([], config)];
};

/** All slots of a state that hold transitions. */
export const slotsIn = ({
  on,
  always,
  after,
  onDone,
}: StateConfig): [Slot, TransitionConfig[]][] => [
  ...Object.entries(on ?? {}).map(([event, value]): [Slot, TransitionConfig[]] => [
    ["on", event],
    listOf(value),
  ]),
  ...(always === undefined ? [] : [[["always"], listOf(always)] as [Slot, TransitionConfig[]]]),
  ...Object.entries(after ?? {}).map(([delay, value]): [Slot, TransitionConfig[]] => [
    ["after", delay],
    listOf(value),
  ]),
  ...(onDone === undefined ? [] : [[["onDone"], listOf(onDone)] as [Slot, TransitionConfig[]]]),
];

/** All transitions of a configuration, in the order in which they stand. */
export const transitionsIn = (states: readonly StateSite[]): TransitionSite[] =>
  states.flatMap((state) =>
    slotsIn(state.config).flatMap(([slot, list]) =>
      list.map((transition, at) => ({
        state,
        slot,
        list,
        at,
        transition,
        name: `${state.name} ${occasionOf(slot)}${at > 0 ? ` #${at + 1}` : ""}`,
      })),
    ),
  );

/** What sets the transitions of a slot off, as people say it. */
export const occasionOf = ([kind, key]: Slot): string =>
  kind === "on" ? key : kind === "after" ? `after ${key}` : kind === "onDone" ? "done" : kind;

/** Where something of a state stands. */
export const inState = ({ name, path }: StateSite): Pick<Spot, "state"> =>
  path.length === 0 ? {} : { state: name };

/** States in which something can wait for an event: neither left at once nor made of others. */
export const restingStates = (states: readonly StateSite[]): StateSite[] =>
  states.filter(({ config, path }) => path.length > 0 && !config.states && !isTransient(config));

/** What a survey calls the moment in which the transitions of a slot are asked. */
export const touchOf = (part: string, { name }: StateSite, slot: Slot): string =>
  slot[0] === "on" ? `${part} in ${name} gets ${slot[1]}` : `${part} in ${name}`;
