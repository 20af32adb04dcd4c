import type { World } from "../world/index.ts";

/**
 * What makes two breaks the same finding while shrinking: the same invariant, bound in the same shape. The shape says
 * which of the bound values are equal to each other, not which ones they are, so that a break may shrink from one
 * person to another but never into a different kind of break.
 */
export const signatureOf = (world: World, instance: number): string => {
  const { invariant, binding } = world.bank.instances[instance]!;
  const shape = binding.map((value) => binding.indexOf(value)).join("");
  return `${world.bank.invariants[invariant]!.id} ${shape}`;
};
