import type { Term } from "./bank.ts";
import { without } from "./multiset.ts";

/** Terms that have been taken apart as far as the known keys go. */
export interface Analysed {
  has(term: Term): boolean;
  /** Those of them that are Diffie-Hellman powers. */
  readonly powers: Iterable<Term>;
}

/** Questions are numbered through, whoever asks. */
let question = 0;
/** By the id of a term: the question in which it was settled last, times two, plus 1 if it can be composed. */
let settled = new Float64Array(64);

/**
 * What can be made of the terms that somebody has. Each question is linear in the distinct subterms of its goal: what
 * a question has settled is noted by the number of the question, so that nothing has to be forgotten afterwards.
 */
export class Composing {
  readonly #known: Analysed;

  constructor(known: Analysed) {
    this.#known = known;
  }

  /** Whether a goal is known or can be composed of what is known. */
  derivable(goal: Term): boolean {
    return this.#known.has(goal) || this.composable(goal);
  }

  /** Whether a goal can be composed of what is known, even if it is known itself. */
  composable(goal: Term): boolean {
    question++;
    return this.#composes(goal);
  }

  /** The goals that can be composed, all asked at once of the same knowledge. */
  composableAmong(goals: Iterable<Term>): readonly Term[] {
    question++;
    const composable: Term[] = [];
    for (const goal of goals) if (this.#composes(goal)) composable.push(goal);
    return composable;
  }

  /**
   * Derivable terms that make the goal in one step: none for a public term, undefined if the goal cannot be composed.
   * A power takes a known power of fewer exponents, if need be, and the exponents that it lacks.
   */
  premisesOf(goal: Term): readonly Term[] | undefined {
    question++;
    return underivable(goal) ? undefined : this.#way(goal);
  }

  #composes(goal: Term): boolean {
    if (underivable(goal)) return false;
    const { id } = goal;
    while (id >= settled.length) settled = doubled(settled);
    const before = settled[id]!;
    if (before >= question * 2) return before % 2 === 1;
    const composes = goal.kind === "dh" ? this.#way(goal) !== undefined : this.#hasAll(goal.parts);
    settled[id] = question * 2 + (composes ? 1 : 0);
    return composes;
  }

  /** A leaf that gets here is public and needs nothing. */
  #hasAll(parts: readonly Term[]): boolean {
    for (const part of parts) if (!this.#known.has(part) && !this.#composes(part)) return false;
    return true;
  }

  /** The first list of terms that suffices. */
  #way(goal: Term): readonly Term[] | undefined {
    return waysToMake(this.#known, goal).find((way) => this.#hasAll(way));
  }
}

const doubled = (values: Float64Array): Float64Array<ArrayBuffer> => {
  const longer = new Float64Array(values.length * 2);
  longer.set(values);
  return longer;
};

/** What has no parts and is not public: nobody can make it. */
const underivable = ({ kind }: Term): boolean =>
  kind === "secret" || kind === "body" || kind === "anything";

/** Every list of terms that would suffice. */
const waysToMake = (known: Analysed, goal: Term): readonly (readonly Term[])[] => {
  const { kind, parts } = goal;
  if (kind !== "dh") return [parts];
  const raised = Array.from(known.powers, (power): readonly Term[] | undefined => {
    const lacking = power === goal ? undefined : without(parts, power.parts);
    return lacking && [power, ...lacking];
  });
  return [parts, ...raised.filter((way) => way !== undefined)];
};
