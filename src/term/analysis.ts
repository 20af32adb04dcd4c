import type { Term } from "./bank.ts";
import { derivable, premisesOf, type Settled } from "./composing.ts";
import { Ingredients } from "./ingredients.ts";
import { lockOf, openly } from "./opening.ts";
import type { TermSets } from "./term-sets.ts";

/**
 * Brings what somebody knows into one form: terms taken apart as far as the known keys go, without those that the
 * others compose. So whoever can derive the same knows the same, in whatever order it was learned.
 */
export class Analysis {
  readonly #known: TermSets;
  /** Keys that locked terms wait for. */
  readonly #keys = new Ingredients();
  /** Terms that are known as such, until they can be composed. */
  readonly #given = new Ingredients();

  constructor(known: TermSets) {
    this.#known = known;
  }

  /** Adds a term to the set in the making, taken apart, with all that it opens in turn. Returns what is new. */
  learn(term: Term): readonly Term[] {
    const added: Term[] = [];
    const work = [term];
    for (let next = work.pop(); next; next = work.pop()) {
      if (derivable(this.#known, next)) continue;
      this.#known.add(next);
      added.push(next);
      work.push(...openly(next), ...this.#open(next), ...this.#wake(next));
    }
    this.#dropComposed(added);
    return added;
  }

  /** What is inside a locked term, if the key is at hand; else the term waits for it. */
  #open(term: Term): readonly Term[] {
    const lock = lockOf(term);
    if (!lock) return [];
    if (derivable(this.#known, lock.key)) return [lock.inside];
    this.#keys.add(lock.key);
    return [];
  }

  /** What is inside the locked terms whose key the new term completes. */
  #wake(term: Term): readonly Term[] {
    const complete = [...this.#keys.helpedBy(term)].filter((key) => derivable(this.#known, key));
    if (complete.length === 0) return [];
    return this.#known.draft().flatMap((locked) => {
      const lock = lockOf(locked);
      return lock && complete.includes(lock.key) ? [lock.inside] : [];
    });
  }

  /** Takes out what the new terms help to compose. */
  #dropComposed(added: readonly Term[]): void {
    const settled: Settled = new Map();
    const composed = new Set<Term>();
    for (const term of added) {
      if (term.parts.length > 0) this.#given.add(term);
      for (const other of this.#given.helpedBy(term))
        if (other !== term && this.#known.has(other) && premisesOf(this.#known, other, settled))
          composed.add(other);
    }
    for (const term of composed) this.#known.remove(term);
  }
}
