import { PairTable } from "../term/index.ts";

/**
 * Short lists of integers as integers: a channel's content, a store's entries. List 0 is empty; equal lists are the
 * same number; every operation is one look-up after the first time.
 */
export class ListTable {
  readonly #lists: (readonly number[])[] = [[]];
  readonly #ids = new Map<string, number>([["", 0]]);
  readonly #appended = new PairTable();
  readonly #inserted = new PairTable();
  readonly #removed = new PairTable();
  readonly #before: (left: number, right: number) => boolean;

  /** `before` orders the items of {@link insert}; by declared names, never by ids, which depend on history. */
  constructor(before: (left: number, right: number) => boolean) {
    this.#before = before;
  }

  get size(): number {
    return this.#lists.length;
  }

  items(list: number): readonly number[] {
    return this.#lists[list]!;
  }

  length(list: number): number {
    return this.#lists[list]!.length;
  }

  /** Puts an item last. */
  append(list: number, item: number): number {
    const known = this.#appended.get(list, item);
    if (known >= 0) return known;
    const made = this.#intern([...this.items(list), item]);
    this.#appended.set(list, item, made);
    return made;
  }

  /** Puts an item where the order wants it, so that lists with the same items are equal. */
  insert(list: number, item: number): number {
    const known = this.#inserted.get(list, item);
    if (known >= 0) return known;
    const items = [...this.items(list)];
    const at = items.findIndex((other) => this.#before(item, other));
    items.splice(at < 0 ? items.length : at, 0, item);
    const made = this.#intern(items);
    this.#inserted.set(list, item, made);
    return made;
  }

  /** Takes the item at a position out. */
  remove(list: number, position: number): number {
    const known = this.#removed.get(list, position);
    if (known >= 0) return known;
    const made = this.#intern([...this.items(list)].toSpliced(position, 1));
    this.#removed.set(list, position, made);
    return made;
  }

  #intern(items: readonly number[]): number {
    const key = items.join(",");
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#lists.push(items) - 1;
      this.#ids.set(key, id);
    }
    return id;
  }
}
