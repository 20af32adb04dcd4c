import { assign, setup } from "xstate";
import { getAdjacencyMap } from "xstate/graph";
import { actionsOf, start, type State } from "../notice/reference.ts";
import type { Size } from "../notice/sizes.ts";
import type { Searched } from "./spin.ts";

/**
 * The notice protocol as one XState machine, searched by XState's own graph tools: what somebody has at hand who knows
 * XState and nothing else.
 */
export const graphSearch = (size: Size): Searched => {
  const actions = actionsOf(size, false);
  const machine = setup({
    types: { context: {} as State, events: {} as { type: string } },
  }).createMachine({
    context: start(size),
    on: Object.fromEntries(
      actions.map(({ name, enabled, act }) => [
        named(name),
        {
          guard: ({ context }) => enabled(context),
          actions: assign(({ context }) => {
            const next = structuredClone(context);
            act(next);
            return next;
          }),
        },
      ]),
    ),
  });
  const cpu = process.cpuUsage();
  const map = getAdjacencyMap(machine, {
    events: actions.map(({ name }) => ({ type: named(name) })),
    limit: Number.POSITIVE_INFINITY,
  });
  const { user, system } = process.cpuUsage(cpu);
  const states = Object.values(map);
  return {
    states: states.length,
    // An event that nothing takes leads back to where it came from; the tool does not tell these from moves.
    transitions: states.reduce((sum, { transitions }) => sum + Object.keys(transitions).length, 0),
    seconds: (user + system) / 1e6,
    bytes: undefined,
  };
};

/** XState takes a dot in an event's type for a wildcard's. */
const named = (action: string): string => action.replaceAll(".", "_");
