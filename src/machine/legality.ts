import type { AnyMachineSnapshot, AnyStateNode } from "xstate";

/**
 * What is wrong with a configuration, or nothing: the root is active, every active compound state has exactly one
 * active child, every active parallel state has all its regions, and no state is active without its parent. XState
 * 5.33 can produce others (re-entering a parallel region into a history state), and their tags lie.
 */
export const illegality = (snapshot: AnyMachineSnapshot): string | undefined => {
  const nodes = snapshot._nodes as AnyStateNode[];
  const active = new Set(nodes);
  for (const node of active) {
    const children = Object.values(node.states).filter(({ type }) => type !== "history");
    const count = children.filter((child) => active.has(child)).length;
    const wanted = node.type === "compound" ? 1 : node.type === "parallel" ? children.length : 0;
    if (count !== wanted)
      return `"${node.id}" is active with ${count} of its states, and needs ${wanted}`;
    if (node.parent && !active.has(node.parent))
      return `"${node.id}" is active, and its parent "${node.parent.id}" is not`;
  }
  return active.has(snapshot.machine.root) ? undefined : "the machine itself is not active";
};
