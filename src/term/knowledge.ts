import { Analysis } from "./analysis.ts";
import { termById, type Term } from "./bank.ts";
import { PairTable } from "./pair-table.ts";
import { TermSets } from "./term-sets.ts";

const none: readonly number[] = [];

/**
 * What somebody knows, as one integer: an automaton whose states are sets of terms and whose symbols are terms.
 * Learning takes terms apart as far as the known keys go and parks what stays locked; whether something can be
 * composed is asked only when needed. Ground Dolev-Yao deduction, which is local and therefore polynomial
 * (McAllester, "Automatic recognition of tractability in inference relations", JACM 1993).
 */
export class KnowledgeTable {
  /** The state of somebody who was told nothing: public terms only. */
  readonly empty: number = 0;
  readonly #sets = new TermSets();
  readonly #analysis = new Analysis(this.#sets);
  /** Per state and term: what {@link step} answers. */
  readonly #learned = new PairTable();
  /** For those steps that make bodies readable: which. */
  readonly #gained = new PairTable();
  readonly #gains: (readonly number[])[] = [];

  /** How many different states of knowledge have come up. */
  get size(): number {
    return this.#sets.size;
  }

  /** What somebody knows who knows just these. */
  from(terms: readonly number[]): number {
    return terms.reduce((state, term) => this.learn(state, term), this.empty);
  }

  /** What is known after one more term; the same state if the term brings nothing new. */
  learn(state: number, term: number): number {
    return this.step(state, term) >> 1;
  }

  /** The same times two, plus 1 if message bodies became readable: see {@link gained}. */
  step(state: number, term: number): number {
    // Much is sent twice, and a bit is nearer at hand than an entry of a large table.
    if (this.#sets.holds(state, term)) return state << 1;
    const known = this.#learned.get(state, term);
    return known >= 0 ? known : this.#grow(state, term);
  }

  /** Message bodies that a step of learning has made readable, in the order of their labels. */
  gained(before: number, after: number): readonly number[] {
    const known = this.#gained.get(before, after);
    return known >= 0 ? this.#gains[known]! : none;
  }

  /** Message bodies that a step has made readable all at once, for every such step so far; in the same order. */
  get gains(): readonly (readonly number[])[] {
    return this.#gains;
  }

  /** Whether the term is known or can be composed. */
  derives(state: number, term: number): boolean {
    this.#sets.begin(state);
    return this.#analysis.derivable(termById(term));
  }

  /** Everything known that was not composed: observed or taken out of something, opened or still locked. */
  terms(state: number): readonly number[] {
    return this.#sets
      .termsOf(state)
      .map(({ id }) => id)
      .toSorted((left, right) => left - right);
  }

  /** Message bodies that can be read, in the order of their labels. */
  bodies(state: number): readonly number[] {
    return bodiesAmong(this.#sets.termsOf(state));
  }

  #grow(state: number, term: number): number {
    this.#sets.begin(state);
    const added = this.#analysis.learn(termById(term));
    const next = added.length === 0 ? state : this.#sets.end();
    const bodies = bodiesAmong(added);
    if (bodies.length > 0) this.#gained.set(state, next, this.#gains.push(bodies) - 1);
    const answer = (next << 1) | (bodies.length > 0 ? 1 : 0);
    this.#learned.set(state, term, answer);
    return answer;
  }
}

const bodiesAmong = (terms: readonly Term[]): number[] =>
  terms
    .filter(({ kind }) => kind === "body")
    .toSorted((left, right) => (left.label < right.label ? -1 : 1))
    .map(({ id }) => id);
