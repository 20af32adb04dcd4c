import type { Term } from "./bank.ts";

/** Terms that have been taken apart as far as the known keys go. */
export interface Analysed {
  has(term: Term): boolean;
  /** Those of them that are Diffie-Hellman powers. */
  readonly powers: Iterable<Term>;
}

/** What one question has settled so far, so that a subterm met twice is not composed twice. */
export type Settled = Map<Term, readonly Term[] | undefined>;

/** Whether a goal is known or can be composed of what is known. Linear in the distinct subterms of the goal. */
export const derivable = (known: Analysed, goal: Term, settled?: Settled): boolean =>
  known.has(goal) || premisesOf(known, goal, settled) !== undefined;

/**
 * Derivable terms that make the goal in one step: none for a public term, undefined if the goal cannot be composed.
 * A power takes a known power of fewer exponents, if need be, and the exponents that it lacks.
 */
export const premisesOf = (
  known: Analysed,
  goal: Term,
  settled: Settled = new Map(),
): readonly Term[] | undefined => {
  if (underivable(goal)) return undefined;
  if (settled.has(goal)) return settled.get(goal);
  const premises = ways(known, goal).find((way) =>
    way.every((part) => derivable(known, part, settled)),
  );
  settled.set(goal, premises);
  return premises;
};

/** What has no parts and is not public: nobody can make it. */
const underivable = ({ kind }: Term): boolean =>
  kind === "secret" || kind === "body" || kind === "anything";

/** Every list of terms that would suffice; a leaf that gets here is public and needs nothing. */
const ways = (known: Analysed, goal: Term): readonly (readonly Term[])[] => {
  const { kind, parts } = goal;
  if (kind !== "dh") return [parts];
  const raised = Array.from(known.powers, (power): readonly Term[] | undefined => {
    const lacking = power === goal ? undefined : without(parts, power.parts);
    return lacking && [power, ...lacking];
  });
  return [parts, ...raised.filter((way) => way !== undefined)];
};

/** The difference of two multisets; undefined if the smaller is not contained in the larger. */
const without = (larger: readonly Term[], smaller: readonly Term[]): Term[] | undefined => {
  const rest = [...larger];
  for (const term of smaller) {
    const at = rest.indexOf(term);
    if (at < 0) return undefined;
    rest.splice(at, 1);
  }
  return rest;
};
