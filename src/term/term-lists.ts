import type { Term } from "./bank.ts";

const none: readonly Term[] = [];

/** Terms numbered from 1 as they come up, so that rows beside them need no more places than there are. */
export class TermNumbers {
  #numbers = new Int32Array(64);
  #count = 0;

  /** The number of a term; 0 if it never came up. */
  of({ id }: Term): number {
    return id < this.#numbers.length ? this.#numbers[id]! : 0;
  }

  /** The number of a term, a new one if it never came up. */
  take({ id }: Term): number {
    if (id >= this.#numbers.length) this.#numbers = grown(this.#numbers, id);
    return (this.#numbers[id] ||= ++this.#count);
  }
}

/** Lists of terms, each under a term. One more takes two places in rows, and nothing else. */
export class TermLists {
  readonly #numbers: TermNumbers;
  /** By the number of what a list is under: its last place, plus one; 0 where there is none. */
  #last = new Int32Array(64);
  /** By place: the place before it in the same list, plus one; 0 for the first. */
  #before = new Int32Array(64);
  readonly #terms: Term[] = [];

  constructor(numbers: TermNumbers) {
    this.#numbers = numbers;
  }

  /** Adds to the list under a term; false if it ends like that already. */
  add(under: Term, term: Term): boolean {
    const number = this.#numbers.take(under);
    if (number >= this.#last.length) this.#last = grown(this.#last, number);
    const last = this.#last[number]!;
    if (last !== 0 && this.#terms[last - 1] === term) return false;
    const place = this.#terms.push(term);
    if (place > this.#before.length) this.#before = grown(this.#before, place);
    this.#before[place - 1] = last;
    this.#last[number] = place;
    return true;
  }

  /** Newest first. */
  under(term: Term): readonly Term[] {
    const number = this.#numbers.of(term);
    let place = number < this.#last.length ? this.#last[number]! : 0;
    if (place === 0) return none;
    const terms: Term[] = [];
    for (; place !== 0; place = this.#before[place - 1]!) terms.push(this.#terms[place - 1]!);
    return terms;
  }
}

/** A set of terms that only grows. */
export class TermMarks {
  readonly #numbers: TermNumbers;
  #marks = new Uint8Array(64);

  constructor(numbers: TermNumbers) {
    this.#numbers = numbers;
  }

  /** Puts a term in; false if it was there. */
  add(term: Term): boolean {
    const number = this.#numbers.take(term);
    if (number >= this.#marks.length) {
      const marks = new Uint8Array(number * 2);
      marks.set(this.#marks);
      this.#marks = marks;
    }
    if (this.#marks[number] === 1) return false;
    this.#marks[number] = 1;
    return true;
  }
}

/** With room for one more place at least, and for as many again as there were. */
const grown = (values: Int32Array, place: number): Int32Array<ArrayBuffer> => {
  const more = new Int32Array(Math.max(values.length * 2, place + (place >> 1)));
  more.set(values);
  return more;
};
