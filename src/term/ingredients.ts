import type { Term } from "./bank.ts";
import { TermLists, TermMarks, type TermNumbers } from "./term-lists.ts";

/**
 * Terms under everything that may help to compose them, so that learning a term asks only after those that it can bear
 * on.
 */
export class Ingredients {
  readonly #helps: TermLists;
  readonly #goals: TermMarks;

  constructor(numbers: TermNumbers) {
    this.#helps = new TermLists(numbers);
    this.#goals = new TermMarks(numbers);
  }

  /** Asks after a term from now on. */
  add(goal: Term): void {
    if (this.#goals.add(goal)) this.#note(goal, goal);
  }

  /** What a newly learned term may complete. */
  helpedBy(term: Term): readonly Term[] {
    // A power helps to make every power that has its exponents and more; all of those have its first exponent.
    const ingredient = term.kind === "dh" ? term.parts[0] : term;
    return ingredient ? this.#helps.under(ingredient) : [];
  }

  /** Notes a term and the parts of it. */
  #note(goal: Term, ingredient: Term): void {
    // A part that is met twice is noted once, and so are its own parts.
    if (!this.#helps.add(ingredient, goal)) return;
    for (const part of ingredient.parts) this.#note(goal, part);
  }
}
