import type { AnyMachineSnapshot, EventObject } from "xstate";

/**
 * What a state does with an event: 0, no active state names it (or every guard says no), and XState drops it silently;
 * 1, a transition is selected; 2, it is ignored on purpose, by transitions without target and actions.
 */
export type Handled = 0 | 1 | 2;

export const handling = (snapshot: AnyMachineSnapshot, event: EventObject): Handled => {
  if (snapshot.status !== "active") return 0;
  const selected = snapshot.machine.getTransitionData(snapshot, event);
  if (selected.length === 0) return 0;
  return selected.some(({ target, actions }) => target !== undefined || actions.length > 0) ? 1 : 2;
};
