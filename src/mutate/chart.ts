import { remade, type Machine } from "../machine/index.ts";
import type { StateConfig } from "./config.ts";
import type { Spot } from "./mutant.ts";
import { statesIn, transitionsIn, type StateSite, type TransitionSite } from "./chart-sites.ts";

/** A machine as operators see it: its configuration, with every state and transition in it. */
export interface Chart {
  /** The kind of part it belongs to. */
  readonly part: string;
  readonly machine: Machine;
  readonly config: StateConfig;
  readonly states: readonly StateSite[];
  readonly transitions: readonly TransitionSite[];
  /** Fields of the context. */
  readonly fields: readonly string[];
}

export const chartOf = (part: string, machine: Machine, fields: readonly string[]): Chart => {
  const config = machine.config as StateConfig;
  const states = statesIn(config, machine.id);
  return { part, machine, config, states, transitions: transitionsIn(states), fields };
};

/** A change to one place of a machine. */
export interface ChartEdit {
  readonly operator: string;
  /** What is changed, as coverage calls it. */
  readonly site: string;
  readonly spot: Spot;
  /** Keys that lead to it in the source. */
  readonly keys: readonly string[];
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly touches: readonly string[];
  readonly machine: () => Machine;
}

/** An operator: all changes of one sort that can be made to a machine. */
export type ChartOperator = (chart: Chart) => readonly ChartEdit[];

/** The same machine with another configuration. */
export const reconfigured =
  ({ machine }: Chart, config: StateConfig) =>
  (): Machine =>
    remade(machine, config);
