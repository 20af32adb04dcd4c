import { reconfigured, type Chart, type ChartEdit } from "./chart.ts";
import {
  inState,
  occasionOf,
  touchOf,
  type Slot,
  type StateSite,
  type TransitionSite,
} from "./chart-sites.ts";
import type { Spot } from "./mutant.ts";
import { keysTo, withValue, written, type TransitionConfig } from "./config.ts";

/** A change to one transition: to another one, or to none. `detail` tells it from others at the same site. */
export const transitionEdit = (
  chart: Chart,
  operator: string,
  site: TransitionSite,
  after: TransitionConfig | undefined,
  { detail = "", ...spot }: Pick<Spot, "what" | "instead"> & { readonly detail?: string } = {},
): ChartEdit => {
  const { state, slot, list, at, transition, name } = site;
  const alternatives = after ? list.with(at, after) : list.toSpliced(at, 1);
  return {
    operator,
    site: `${name}${detail}`,
    spot: { ...spotOf(state, slot), ...spot },
    keys: [...keysTo(state.path), ...slot],
    before: `${name}: ${written(transition)}`,
    after: after && `${name}: ${written(after)}`,
    touches: [touchOf(chart.part, state, slot)],
    machine: reconfigured(chart, withSlot(chart, state, slot, alternatives)),
  };
};

/** The configuration with other transitions in one slot. */
export const withSlot = (
  { config }: Chart,
  { path }: StateSite,
  slot: Slot,
  list: readonly TransitionConfig[],
): Chart["config"] =>
  withValue(config, [...keysTo(path), ...slot], list.length > 0 ? list : undefined);

/** A transition that was not there, before those that were. */
export const addition = (
  chart: Chart,
  operator: string,
  state: StateSite,
  slot: Slot,
  list: readonly TransitionConfig[],
  added: TransitionConfig,
): ChartEdit => ({
  operator,
  site: `${state.name} ${occasionOf(slot)}`,
  spot: {
    ...spotOf(state, slot),
    ...(added.target === undefined ? {} : { instead: added.target }),
  },
  keys: [...keysTo(state.path), ...slot],
  before: undefined,
  after: `${state.name} ${occasionOf(slot)}: ${written(added)}`,
  touches: [touchOf(chart.part, state, slot)],
  machine: reconfigured(chart, withSlot(chart, state, slot, [added, ...list])),
});

const spotOf = (state: StateSite, slot: Slot): Spot => ({
  ...inState(state),
  when: occasionOf(slot),
});
