import type { Term } from "./bank.ts";

const none: readonly Term[] = [];

/** Lists of terms, each under a term. One more costs no memory but for two places in long rows. */
export class TermLists {
  /** By the id of the term that a list is under: its last place, plus one; 0 where there is none. */
  #last = new Int32Array(64);
  /** By place: the place before it in the same list, plus one; 0 for the first. */
  #before = new Int32Array(64);
  readonly #terms: Term[] = [];

  lastUnder({ id }: Term): Term | undefined {
    const place = id < this.#last.length ? this.#last[id]! : 0;
    return place === 0 ? undefined : this.#terms[place - 1];
  }

  add({ id }: Term, term: Term): void {
    while (id >= this.#last.length) this.#last = longer(this.#last);
    const place = this.#terms.push(term);
    if (place > this.#before.length) this.#before = longer(this.#before);
    this.#before[place - 1] = this.#last[id]!;
    this.#last[id] = place;
  }

  /** Newest first. */
  under({ id }: Term): readonly Term[] {
    let place = id < this.#last.length ? this.#last[id]! : 0;
    if (place === 0) return none;
    const terms: Term[] = [];
    for (; place !== 0; place = this.#before[place - 1]!) terms.push(this.#terms[place - 1]!);
    return terms;
  }
}

/** A set of terms that only grows. */
export class TermMarks {
  #marks = new Int32Array(64);

  /** Puts a term in; false if it was there. */
  add({ id }: Term): boolean {
    while (id >= this.#marks.length) this.#marks = longer(this.#marks);
    if (this.#marks[id] === 1) return false;
    this.#marks[id] = 1;
    return true;
  }
}

const longer = (values: Int32Array): Int32Array<ArrayBuffer> => {
  const more = new Int32Array(values.length * 2);
  more.set(values);
  return more;
};
