import { Words } from "./words.ts";

/** Larger groups cost more than they save: every state is compared with its image under each permutation. */
const orderMost = 24;

/** The group that permutations generate, without the one that moves nothing; undefined if it is too large. */
export const generated = (generators: readonly Words[]): Words[] | undefined => {
  const group = new Map<string, Words>([["", new Words([])]]);
  for (const element of group.values()) {
    for (const generator of generators) {
      const made = generator.after(element);
      group.set(made.key, made);
    }
    if (group.size > orderMost) return undefined;
  }
  return [...group.values()].slice(1);
};
