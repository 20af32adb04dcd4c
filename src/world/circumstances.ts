import { nothing, PairTable, termById, type Bindings, type Term } from "../term/index.ts";
import type { ListTable } from "./list-table.ts";

/** Numbers pairs of integers, in the order in which they come up; 0 is nobody's. */
export class Pairs {
  readonly #numbers = new PairTable();

  of(left: number, right: number): number {
    const known = this.#numbers.get(left, right);
    if (known >= 0) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(left, right, number);
    return number;
  }
}

/** What wiring answers under, beside the emission and the term that it carries. */
export interface Circumstance {
  /** By number of {@link Circumstances.held}. */
  readonly held: number;
  /** By number of {@link Circumstances.binding}. */
  readonly bound: number;
}

const unbound: Bindings = new Map();

/**
 * What a part holds in its registers, what its input has bound, and both together, each as one integer; 0 stands for
 * nothing of the kind. A register's slot holds a list of the one term that is in it.
 */
export class Circumstances {
  readonly #entries: ListTable;
  readonly #pairs = new Pairs();
  readonly #held: (readonly Term[])[] = [[]];
  readonly #bindings: Bindings[] = [unbound];
  readonly #bindingIds = new Map<string, number>([["", 0]]);
  readonly #together = new Pairs();
  readonly #all: Circumstance[] = [{ held: 0, bound: 0 }];

  constructor(entries: ListTable) {
    this.#entries = entries;
  }

  /** What so many registers hold whose slots begin at one. */
  held(cells: Int32Array, from: number, count: number): number {
    let held = 0;
    for (let at = 0; at < count; at++) held = this.#add(held, cells[from + at]!);
    return held;
  }

  /** The same of registers that hold these terms. */
  holding(terms: readonly Term[]): number {
    return terms.reduce((held, term) => this.#add(held, this.cellOf(term)), 0);
  }

  /** The terms in the registers of a part, in the order in which it declares them. */
  terms(held: number): readonly Term[] {
    return this.#held[held]!;
  }

  /** How a register's slot stands for a term. */
  cellOf(term: Term): number {
    return term === nothing ? 0 : this.#entries.append(0, term.id);
  }

  binding(bindings: Bindings): number {
    const key = [...bindings].map(([name, { id }]) => `${name} ${id}`).join();
    let id = this.#bindingIds.get(key);
    if (id === undefined) this.#bindingIds.set(key, (id = this.#bindings.push(bindings) - 1));
    return id;
  }

  bindings(binding: number): Bindings {
    return this.#bindings[binding]!;
  }

  of(held: number, bound: number): number {
    if (held === 0 && bound === 0) return 0;
    const number = this.#together.of(held, bound);
    this.#all[number] ??= { held, bound };
    return number;
  }

  at(circumstance: number): Circumstance {
    return this.#all[circumstance]!;
  }

  #add(held: number, cell: number): number {
    const number = this.#pairs.of(held, cell);
    this.#held[number] ??= [
      ...this.#held[held]!,
      cell === 0 ? nothing : termById(this.#entries.items(cell)[0]!),
    ];
    return number;
  }
}
