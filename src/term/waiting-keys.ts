import type { Term } from "./bank.ts";

/**
 * Keys that locked terms wait for, under everything that may help to compose them, so that learning a term asks only
 * after the keys it can bear on.
 */
export class WaitingKeys {
  readonly #byIngredient = new Map<Term, Set<Term>>();
  readonly #keys = new Set<Term>();

  /** Waits for a key from now on. */
  add(key: Term): void {
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    const ingredients = new Set([key]);
    // A set may grow while it is walked: parts of parts are reached too, and each once.
    for (const term of ingredients) {
      for (const part of term.parts) ingredients.add(part);
      const waiting = this.#byIngredient.get(term);
      if (waiting) waiting.add(key);
      else this.#byIngredient.set(term, new Set([key]));
    }
  }

  /** Keys that a newly learned term may complete. */
  helpedBy(term: Term): Iterable<Term> {
    // A power helps to make every power that has its exponents and more; all of those have its first exponent.
    const ingredient = term.kind === "dh" ? term.parts[0] : term;
    return (ingredient && this.#byIngredient.get(ingredient)) ?? [];
  }
}
