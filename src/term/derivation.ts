import type { Term } from "./bank.ts";
import { Composing, type Analysed } from "./composing.ts";
import { lockOf, openly } from "./opening.ts";

/** Why somebody knows a term: observed (in which step), public, opened with what, or composed of what. */
export interface Derivation {
  readonly term: Term;
  readonly how: "observed" | "public" | "taken from" | "opened with" | "composed of";
  /** The step in which it was observed. */
  readonly at?: number;
  /** What it follows from, by one rule: the whole; the locked term and its key; the parts. */
  readonly from: readonly Derivation[];
}

/** Something observed, and in which step. */
export interface Observation {
  readonly term: Term;
  readonly at: number;
}

/**
 * A tree that shows how a goal follows from what was observed, using the earliest observations first; undefined if it
 * does not follow. Every node follows from its children by one rule.
 */
export const explain = (observed: readonly Observation[], goal: Term): Derivation | undefined => {
  const told = new Told();
  let derivation = told.derive(goal);
  for (const { term, at } of observed.toSorted((left, right) => left.at - right.at)) {
    // Stops at once, so that nothing observed later takes the place of what would have done.
    if (derivation) return derivation;
    told.observe(term, at);
    derivation = told.derive(goal);
  }
  return derivation;
};

/** Terms taken apart, each with its derivation. */
class Told implements Analysed {
  readonly powers: Term[] = [];
  readonly #composing = new Composing(this);
  readonly #known = new Map<Term, Derivation>();
  /** What was composed on the way, so that a subterm met twice is composed once. */
  readonly #composed = new Map<Term, Derivation>();

  has(term: Term): boolean {
    return this.#known.has(term);
  }

  observe(term: Term, at: number): void {
    if (this.#composing.derivable(term)) return;
    this.#add({ term, how: "observed", at, from: [] });
    for (let before = -1; before !== this.#known.size;) {
      before = this.#known.size;
      for (const whole of this.#known.values()) this.#takeApart(whole);
    }
  }

  derive(goal: Term): Derivation | undefined {
    const found = this.#known.get(goal) ?? this.#composed.get(goal);
    if (found) return found;
    const premises = this.#composing.premisesOf(goal);
    if (!premises) return undefined;
    const from = premises.map((premise) => this.derive(premise)!);
    const how = from.length === 0 ? "public" : "composed of";
    const derivation: Derivation = { term: goal, how, from };
    this.#composed.set(goal, derivation);
    return derivation;
  }

  #takeApart(whole: Derivation): void {
    for (const part of openly(whole.term))
      this.#add({ term: part, how: "taken from", from: [whole] });
    const lock = lockOf(whole.term);
    if (!lock || this.has(lock.inside) || !this.#composing.derivable(lock.key)) return;
    const key = this.derive(lock.key)!;
    this.#add({ term: lock.inside, how: "opened with", from: [whole, key] });
  }

  #add(derivation: Derivation): void {
    const { term } = derivation;
    if (this.has(term)) return;
    this.#known.set(term, derivation);
    if (term.kind === "dh") this.powers.push(term);
  }
}
