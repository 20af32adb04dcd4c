import { plain } from "./plain.ts";

/** Plain values as dense integers: equal values, whatever the order of their fields, are the same integer. */
export class Interned<T extends object> {
  readonly values: T[] = [];
  readonly #ids = new Map<string, number>();
  readonly #what: string;

  /** `what` names the values in errors, e.g. `event`. */
  constructor(what: string) {
    this.#what = what;
  }

  /** The integer of a value, which is copied and frozen when it is new. Throws {@link NotPlain}. */
  idOf(value: T): number {
    const copy = plain(value, this.#what) as T;
    const text = JSON.stringify(copy);
    let id = this.#ids.get(text);
    if (id === undefined) this.#ids.set(text, (id = this.values.push(copy) - 1));
    return id;
  }
}
