import type { Term } from "./bank.ts";

/** The difference of two multisets; undefined if the smaller is not contained in the larger. */
export const without = (larger: readonly Term[], smaller: readonly Term[]): Term[] | undefined => {
  const rest = [...larger];
  for (const term of smaller) {
    const at = rest.indexOf(term);
    if (at < 0) return undefined;
    rest.splice(at, 1);
  }
  return rest;
};
