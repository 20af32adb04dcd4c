import type { AnyStateNode, AnyTransitionDefinition } from "xstate";
import { stateName } from "./chart.ts";

/**
 * How the unguarded `always` of a state would run for ever, or nothing: it leads nowhere else, or along other unguarded
 * ones back to its own state. Loops that a guard might end are found when they are run.
 */
export const endlessAlways = (node: AnyStateNode): string | undefined => {
  const stuck = (node.always ?? []).some(
    ({ guard, target }) => guard === undefined && (target === undefined || target.includes(node)),
  );
  if (stuck) return "has an unguarded always transition that leads nowhere else";
  const visited: AnyStateNode[] = [];
  let at: AnyStateNode | undefined = certainTarget(node);
  while (at && !visited.includes(at)) {
    if (at === node)
      return `has unguarded always transitions in a circle: ${[node, ...visited, node].map(stateName).join(" → ")}`;
    visited.push(at);
    at = certainNext(at);
  }
  return undefined;
};

/** Where the first `always` of a state leads, if it is unguarded. */
const certainTarget = ({ always }: AnyStateNode): AnyStateNode | undefined => {
  const [first] = (always ?? []) as readonly (AnyTransitionDefinition | undefined)[];
  return first?.guard === undefined && first?.target?.length === 1 ? first.target[0] : undefined;
};

/** Where a state just entered leads at once: the first `always` on the way up from its initial leaf decides. */
const certainNext = (entered: AnyStateNode): AnyStateNode | undefined => {
  let node: AnyStateNode | undefined = entered;
  while (node?.type === "compound") node = node.initial.target?.[0];
  for (; node; node = node.parent) if (node.always) return certainTarget(node);
  return undefined;
};
