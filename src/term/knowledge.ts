import { Analysis, includes, knowsNothing, type Known } from "./analysis.ts";
import { termById } from "./bank.ts";
import { derivable } from "./composing.ts";
import { PairTable } from "./pair-table.ts";
import { WaitingKeys } from "./waiting-keys.ts";

/**
 * What somebody knows, as one integer: an automaton whose states are sets of terms and whose symbols are terms.
 * Learning takes terms apart as far as the known keys go and parks what stays locked; whether something can be
 * composed is asked only when needed. Ground Dolev-Yao deduction, which is local and therefore polynomial
 * (McAllester, "Automatic recognition of tractability in inference relations", JACM 1993).
 */
export class KnowledgeTable {
  readonly #states: Known[] = [];
  readonly #byHash = new Map<number, number[]>();
  readonly #learned = new PairTable();
  readonly #waiting = new WaitingKeys();
  /** The state of somebody who was told nothing: public terms only. */
  readonly empty: number;

  constructor() {
    this.empty = this.#intern(knowsNothing);
  }

  /** How many different states of knowledge have come up. */
  get size(): number {
    return this.#states.length;
  }

  /** What somebody knows who knows just these. */
  from(terms: readonly number[]): number {
    return terms.reduce((state, term) => this.learn(state, term), this.empty);
  }

  /** What is known after one more term; the same state if the term brings nothing new. */
  learn(state: number, term: number): number {
    const known = this.#learned.get(state, term);
    if (known >= 0) return known;
    const next = this.#grow(state, term);
    this.#learned.set(state, term, next);
    return next;
  }

  /** Whether the term is known or can be composed. */
  derives(state: number, term: number): boolean {
    return derivable(new Analysis(this.#states[state]!, this.#waiting), termById(term));
  }

  /** Everything known that was not composed: observed or taken out of something, opened or still locked. */
  terms(state: number): readonly number[] {
    return this.#states[state]!.terms;
  }

  /** Message bodies that can be read, in the order of their labels. */
  bodies(state: number): readonly number[] {
    return this.#states[state]!.bodies;
  }

  /** Message bodies that can be read now and could not be before. */
  gained(before: number, after: number): readonly number[] {
    const { terms } = this.#states[before]!;
    return this.#states[after]!.bodies.filter((body) => !includes(terms, body));
  }

  #grow(state: number, term: number): number {
    const analysis = new Analysis(this.#states[state]!, this.#waiting);
    analysis.learn(termById(term));
    return analysis.added.size === 0 ? state : this.#intern(analysis.result());
  }

  #intern(known: Known): number {
    const hash = hashOf(known.terms);
    const alike = this.#byHash.get(hash) ?? [];
    const existing = alike.find((id) => sameIds(this.#states[id]!.terms, known.terms));
    if (existing !== undefined) return existing;
    const id = this.#states.push(known) - 1;
    this.#byHash.set(hash, [...alike, id]);
    return id;
  }
}

const sameIds = (left: readonly number[], right: readonly number[]): boolean =>
  left.length === right.length && left.every((id, at) => id === right[at]);

const hashOf = (ids: readonly number[]): number => {
  let hash = ids.length;
  for (const id of ids) {
    hash = Math.imul(hash ^ id, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
};
