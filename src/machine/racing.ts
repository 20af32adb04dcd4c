import type {
  AnyMachineSnapshot,
  AnyStateMachine,
  AnyStateNode,
  AnyTransitionDefinition,
  EventObject,
} from "xstate";
import { evaluateGuard } from "xstate/guards";
import { chartOf, stateName } from "./chart.ts";
import { leaves } from "./canonical.ts";

/**
 * Two states whose `always` transitions are enabled at once and whose outcome depends on which runs first, or nothing.
 * XState asks the active leaves in the order in which they were entered, which is no part of value and context. A pair
 * does not race where the inner one wins in either order: it lies below the other, and both leave the leaf.
 */
export const racingStates = (
  snapshot: AnyMachineSnapshot,
  event: EventObject,
): readonly [string, string] | undefined => {
  if (snapshot.status !== "active" || !mayRace(snapshot.machine)) return undefined;
  const enabled = [
    ...new Set(leaves(snapshot).flatMap((leaf) => firstEnabled(leaf, snapshot, event))),
  ];
  for (const [at, one] of enabled.entries())
    for (const other of enabled.slice(at + 1))
      if (!settled(one, other) && !settled(other, one))
        return [stateName(one.source), stateName(other.source)];
  return undefined;
};

/** Whether a machine has both regions and `always` transitions. */
const mayRace = (machine: AnyStateMachine): boolean => {
  const { nodes } = chartOf(machine);
  return nodes.some(({ type }) => type === "parallel") && nodes.some(({ always }) => always);
};

/** The `always` that XState takes for one leaf: the first enabled one on the way up. */
const firstEnabled = (
  leaf: AnyStateNode,
  snapshot: AnyMachineSnapshot,
  event: EventObject,
): AnyTransitionDefinition[] => {
  for (let node: AnyStateNode | undefined = leaf; node; node = node.parent)
    for (const transition of node.always ?? [])
      if (
        transition.guard === undefined ||
        evaluateGuard(transition.guard, snapshot.context, event, snapshot)
      )
        return [transition];
  return [];
};

const settled = (inner: AnyTransitionDefinition, outer: AnyTransitionDefinition): boolean =>
  below(inner.source, outer.source) && exits(inner) && outer.target !== undefined;

/** A targetless transition, or one of a leaf to itself without re-entry, exits nothing. */
const exits = ({ source, target, reenter }: AnyTransitionDefinition): boolean =>
  target !== undefined && (reenter || source.type === "compound" || !target.includes(source));

const below = (node: AnyStateNode, ancestor: AnyStateNode): boolean =>
  node.parent !== undefined && (node.parent === ancestor || below(node.parent, ancestor));
