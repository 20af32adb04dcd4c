import type { Term } from "./bank.ts";

/**
 * Terms under everything that may help to compose them, so that learning a term asks only after those that it can bear
 * on.
 */
export class Ingredients {
  readonly #helps = new Map<Term, Set<Term>>();
  readonly #goals = new Set<Term>();

  /** Asks after a term from now on. */
  add(goal: Term): void {
    if (this.#goals.has(goal)) return;
    this.#goals.add(goal);
    const ingredients = new Set([goal]);
    // A set may grow while it is walked: parts of parts are reached too, and each once.
    for (const term of ingredients) {
      for (const part of term.parts) ingredients.add(part);
      const helped = this.#helps.get(term);
      if (helped) helped.add(goal);
      else this.#helps.set(term, new Set([goal]));
    }
  }

  /** What a newly learned term may complete. */
  helpedBy(term: Term): Iterable<Term> {
    // A power helps to make every power that has its exponents and more; all of those have its first exponent.
    const ingredient = term.kind === "dh" ? term.parts[0] : term;
    return (ingredient && this.#helps.get(ingredient)) ?? [];
  }
}
