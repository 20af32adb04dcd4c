import { termById, type Term } from "./bank.ts";
import { derivable, premisesOf, type Analysed, type Settled } from "./composing.ts";
import { lockOf, openly } from "./opening.ts";
import type { WaitingKeys } from "./waiting-keys.ts";

/**
 * What somebody knows: terms taken apart as far as the known keys go, without those that the others compose. So whoever
 * can derive the same knows the same, in whatever order it was learned.
 */
export interface Known {
  /** Their ids, ascending. */
  readonly terms: readonly number[];
  /** Locked terms among them whose key is missing. */
  readonly parked: readonly Term[];
  /** Diffie-Hellman powers among them. */
  readonly powers: readonly Term[];
  /** Readable message bodies among them, by label. */
  readonly bodies: readonly number[];
}

export const knowsNothing: Known = { terms: [], parked: [], powers: [], bodies: [] };

/** What was known before, while one more term is being taken apart. */
export class Analysis implements Analysed {
  readonly added = new Set<Term>();
  parked: readonly Term[];
  powers: readonly Term[];
  readonly #before: Known;
  readonly #waiting: WaitingKeys;

  constructor(before: Known, waiting: WaitingKeys) {
    this.#before = before;
    this.#waiting = waiting;
    this.parked = before.parked;
    this.powers = before.powers;
  }

  has(term: Term): boolean {
    return this.added.has(term) || includes(this.#before.terms, term.id);
  }

  /** Takes a term apart, and all that it opens in turn. What can be composed anyway is not added. */
  learn(term: Term): void {
    const work = [term];
    for (let next = work.pop(); next; next = work.pop()) {
      if (derivable(this, next)) continue;
      this.added.add(next);
      if (next.kind === "dh") this.powers = [...this.powers, next];
      work.push(...openly(next), ...this.#open(next), ...this.#wake(next));
    }
  }

  /** All that is known now. */
  result(): Known {
    const settled: Settled = new Map();
    const isGiven = (term: Term): boolean => premisesOf(this, term, settled) === undefined;
    const parked = this.parked.filter(isGiven);
    const powers = this.powers.filter(isGiven);
    const added = Array.from(this.added, ({ id }) => id).toSorted((left, right) => left - right);
    const all = merged(this.#before.terms, added, (left, right) => left - right);
    const terms = all.filter((id) => isGiven(termById(id)));
    const readable = added.filter((id) => termById(id).kind === "body").toSorted(byLabel);
    const bodies = merged(this.#before.bodies, readable, byLabel);
    return { terms, parked, powers, bodies };
  }

  /** What is inside a locked term, if the key is at hand; else the term is parked under it. */
  #open(term: Term): readonly Term[] {
    const lock = lockOf(term);
    if (!lock) return [];
    if (derivable(this, lock.key)) return [lock.inside];
    this.#waiting.add(lock.key);
    this.parked = [...this.parked, term];
    return [];
  }

  /** What is inside the parked terms whose key the new term completes. */
  #wake(term: Term): readonly Term[] {
    const complete = new Set<Term>();
    for (const key of this.#waiting.helpedBy(term)) if (derivable(this, key)) complete.add(key);
    if (complete.size === 0) return [];
    const opens = (parked: Term): boolean => complete.has(lockOf(parked)!.key);
    const opened = this.parked.filter(opens);
    if (opened.length > 0) this.parked = this.parked.filter((parked) => !opens(parked));
    return opened.map((parked) => lockOf(parked)!.inside);
  }
}

/** Whether an ascending list holds an id. */
export const includes = (ids: readonly number[], id: number): boolean => {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle]! < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id;
};

/** Two ordered lists as one; sorting anew at every step is what would make learning slow. */
const merged = (
  left: readonly number[],
  right: readonly number[],
  compare: (left: number, right: number) => number,
): readonly number[] => {
  if (right.length === 0) return left;
  const all: number[] = [];
  let at = 0;
  for (const id of right) {
    while (at < left.length && compare(left[at]!, id) < 0) all.push(left[at++]!);
    all.push(id);
  }
  while (at < left.length) all.push(left[at++]!);
  return all;
};

const byLabel = (left: number, right: number): number =>
  termById(left).label < termById(right).label ? -1 : 1;
