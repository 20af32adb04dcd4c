import type { Term } from "./bank.ts";
import { Composing } from "./composing.ts";
import { Ingredients } from "./ingredients.ts";
import { lockOf, openly } from "./opening.ts";
import { TermLists, TermMarks, TermNumbers } from "./term-lists.ts";
import type { TermSets } from "./term-sets.ts";

/**
 * Brings what somebody knows into one form: terms taken apart as far as the known keys go, without those that the
 * others compose. So whoever can derive the same knows the same, in whatever order it was learned.
 */
export class Analysis {
  readonly #known: TermSets;
  readonly #composing: Composing;
  readonly #numbers = new TermNumbers();
  /** Keys that locked terms wait for. */
  readonly #keys = new Ingredients(this.#numbers);
  /** Per such key, the locked terms that anybody has ever had to leave locked. */
  readonly #locked = new TermLists(this.#numbers);
  readonly #waits = new TermMarks(this.#numbers);
  /** Terms that are known as such, until they can be composed. */
  readonly #given = new Ingredients(this.#numbers);

  constructor(known: TermSets) {
    this.#known = known;
    this.#composing = new Composing(known);
  }

  /** Whether a term is in the set in the making, or can be composed of what is. */
  derivable(term: Term): boolean {
    return this.#composing.derivable(term);
  }

  /** Adds a term to the set in the making, taken apart, with all that it opens in turn. Returns what is new. */
  learn(term: Term): readonly Term[] {
    const added: Term[] = [];
    const work = [term];
    for (let next = work.pop(); next; next = work.pop()) {
      if (this.derivable(next)) continue;
      this.#known.add(next);
      added.push(next);
      for (const part of openly(next)) work.push(part);
      this.#open(next, work);
      this.#wake(next, work);
    }
    this.#dropComposed(added);
    return added;
  }

  /** What is inside a locked term, if the key is at hand; else the term waits for it. */
  #open(term: Term, opened: Term[]): void {
    const lock = lockOf(term);
    if (!lock) return;
    if (this.derivable(lock.key)) {
      opened.push(lock.inside);
      return;
    }
    if (!this.#waits.add(term)) return;
    this.#keys.add(lock.key);
    this.#locked.add(lock.key, term);
  }

  /** What is inside the locked terms whose key the new term completes. */
  #wake(term: Term, opened: Term[]): void {
    for (const key of this.#keys.helpedBy(term)) {
      if (!this.derivable(key)) continue;
      for (const locked of this.#locked.under(key))
        if (this.#known.has(locked)) opened.push(lockOf(locked)!.inside);
    }
  }

  /** Takes out what the new terms help to compose. */
  #dropComposed(added: readonly Term[]): void {
    const helped = new Set<Term>();
    for (const term of added) {
      if (term.parts.length > 0) this.#given.add(term);
      for (const other of this.#given.helpedBy(term))
        if (other !== term && this.#known.has(other)) helped.add(other);
    }
    for (const term of this.#composing.composableAmong(helped)) this.#known.remove(term);
  }
}
