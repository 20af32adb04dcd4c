import type { MachineTable } from "../../machine/index.ts";
import type { World } from "../world.ts";
import { Asymmetric } from "./asymmetric.ts";
import { Equivariance, imageOf } from "./equivariance.ts";
import { Memo } from "./memo.ts";
import { renamePlan } from "./plan-renaming.ts";
import { Renaming } from "./renaming.ts";
import { SlotRenaming } from "./slot-renaming.ts";
import { stirred, Words } from "./words.ts";

/** One permutation of the group, laid out along the slots that the group moves: where each takes its value from. */
interface Element {
  readonly words: Words;
  /** Undefined for the one that moves nothing. */
  readonly renaming: SlotRenaming | undefined;
  sources: Int32Array;
  values: readonly (Memo | undefined)[];
}

/**
 * The symmetry of a world: permutations of names under which it stays what it is. Of states that differ only by such a
 * permutation, one stands for all: the least of them, slot by slot. Local states count in the order in which they were
 * first compared, so that which one is least does not depend on what a process did before.
 *
 * That the permutations are symmetries is not taken for granted: {@link test} proves it of whatever the world has
 * answered so far, and whoever uses a symmetry must ask for that proof before believing in what it found.
 */
export class Symmetry {
  /** The words that can take each other's place. */
  readonly interchangeable: readonly (readonly string[])[];
  readonly #world: World;
  readonly #elements: readonly Element[];
  /** Row by row, each permutation after each other one. */
  readonly #products: Int32Array;
  readonly #renamings: readonly Renaming[];
  readonly #equivariance: Equivariance;
  /** The slots that some permutation moves or renames, and how the values of each rank; by value, if left out. */
  #slots = new Int32Array(0);
  #ranks: (Memo | undefined)[] = [];
  readonly #rankOf = new Map<MachineTable, Memo>();
  #settled = new Int32Array(0);
  /** How many monitor instances and timers are laid out. */
  #instances = -1;
  #timers = -1;

  /** Throws an {@link Asymmetric} if these permutations, a group without its neutral element, are none of the world. */
  constructor(world: World, group: readonly Words[]) {
    this.#world = world;
    this.interchangeable = stirred(group);
    this.#equivariance = new Equivariance(world);
    const catchUp = (): void => this.test();
    this.#renamings = group.map(
      (words) => new Renaming(world, words, renamePlan(world, words), catchUp),
    );
    this.test();
    const identity: Element = {
      words: new Words([]),
      renaming: undefined,
      sources: this.#slots,
      values: [],
    };
    const moving = this.#renamings.map((renaming) => ({
      words: renaming.words,
      renaming: new SlotRenaming(world, renaming),
      sources: this.#slots,
      values: [],
    }));
    this.#elements = [identity, ...moving];
    this.#products = productsOf([identity.words, ...group]);
    world.begin();
    if (this.orbit > 1) throw new Asymmetric("the story does not begin alike for them");
  }

  /** How many permutations there are, with the one that moves nothing. */
  get order(): number {
    return this.#elements.length;
  }

  /** Grows whenever a local state is ranked for the first time. */
  get grown(): number {
    let grown = 0;
    for (const { size } of this.#rankOf.values()) grown += size;
    return grown;
  }

  /** Proves the symmetry of all that the world has answered since last time. Throws an {@link Asymmetric}. */
  test(): void {
    this.#equivariance.test(this.#renamings);
  }

  /** Counts as used what states would have used for which others stood: the images of all that was. */
  cover(): void {
    const { plan, coverage } = this.#world;
    coverage.share(
      this.#renamings.map((renaming) => ({
        entry: (part, entry) => [
          renaming.to.parts[part]!,
          imageOf(renaming, plan.parts[part]!.table, entry),
        ],
        intent: (intent) => renaming.to.intents[intent]!,
        state: (invariant, state) => renaming.memoryOf(invariant)?.at(state) ?? state,
      })),
    );
  }

  /** What a kind of move is about, for all those whom this one stands for: see {@link SlotRenaming.place}. */
  placesOf(kind: number, a: number): number[] {
    this.#layOut();
    return this.#elements.map(({ renaming }) => renaming?.place(kind, a) ?? a);
  }

  /** The slots to which the values of these may go, and these. */
  spread(slots: readonly number[]): number[] {
    this.#layOut();
    const all = new Set(slots);
    for (const { renaming } of this.#elements)
      if (renaming) for (const slot of slots) all.add(renaming.to[slot]!);
    return [...all].toSorted((left, right) => left - right);
  }

  /** Of how many states the present one stands for all. */
  get orbit(): number {
    this.#layOut();
    let fixing = 1;
    for (let at = 1; at < this.#elements.length; at++)
      if (this.#compare(this.#elements[at]!, this.#elements[0]!) === 0) fixing++;
    return this.#elements.length / fixing;
  }

  /** Turns the state that a move led to into the one that stands for it; answers the permutation that does so. */
  settle(): number {
    this.#layOut();
    let least = 0;
    for (let at = 1; at < this.#elements.length; at++)
      if (this.#compare(this.#elements[at]!, this.#elements[least]!) < 0) least = at;
    if (least > 0) this.turn(least);
    return least;
  }

  /** Turns the present state by a permutation; {@link World.goBack} undoes it. */
  turn(permutation: number): void {
    this.#layOut();
    if (permutation === 0) return;
    const { cells } = this.#world;
    const { sources, values } = this.#elements[permutation]!;
    const slots = this.#slots;
    const settled = this.#settled;
    for (let at = 0; at < slots.length; at++) {
      const value = cells[sources[at]!]!;
      const memo = values[at];
      settled[at] = memo === undefined ? value : memo.at(value);
    }
    for (let at = 0; at < slots.length; at++) this.#write(slots[at]!, settled[at]!);
  }

  /** The permutation that does first `first` and then `then`. */
  after(then: number, first: number): number {
    return this.#products[then * this.order + first]!;
  }

  /** The permutation that undoes one. */
  inverse(permutation: number): number {
    return this.#products.indexOf(0, permutation * this.order) - permutation * this.order;
  }

  /** What a move of the present state is in the state turned by a permutation: its `a` and `b`. */
  move(permutation: number, kind: number, a: number, b: number): readonly [number, number] {
    return this.#elements[permutation]!.renaming?.move(kind, a, b) ?? [a, b];
  }

  /** The same of its `a` alone, which does not depend on the state. */
  place(permutation: number, kind: number, a: number): number {
    return this.#elements[permutation]!.renaming?.place(kind, a) ?? a;
  }

  /** Which monitor instance a permutation makes of one. */
  instance(permutation: number, instance: number): number {
    return this.#elements[permutation]!.renaming?.renaming.instance(instance) ?? instance;
  }

  /** Writes a slot as if the last move had. */
  #write(slot: number, value: number): void {
    const { cells, written } = this.#world;
    if (cells[slot] === value) return;
    written.push(slot);
    written.push(cells[slot]!);
    this.#world.put(slot, value);
  }

  /** Less than zero if the present state turned by `left` comes before the one turned by `right`. */
  #compare(left: Element, right: Element): number {
    const { cells } = this.#world;
    const { sources: lefts, values: leftValues } = left;
    const { sources: rights, values: rightValues } = right;
    for (let at = 0; at < lefts.length; at++) {
      let one = cells[lefts[at]!]!;
      let other = cells[rights[at]!]!;
      const leftMemo = leftValues[at];
      const rightMemo = rightValues[at];
      if (leftMemo !== undefined) one = leftMemo.at(one);
      if (rightMemo !== undefined) other = rightMemo.at(other);
      if (one === other) continue;
      const rank = this.#ranks[at];
      return rank === undefined ? one - other : rank.at(one) - rank.at(other);
    }
    return 0;
  }

  /** Takes in timers and monitor instances that have come up. */
  #layOut(): void {
    const { bank, timers } = this.#world;
    if (this.#instances === bank.instances.length && this.#timers === timers.all.length) return;
    // Extending one may bring up more for the others.
    for (let before = -1; before !== bank.instances.length + timers.all.length;) {
      before = bank.instances.length + timers.all.length;
      for (const { renaming } of this.#elements) renaming?.extend();
    }
    this.#instances = bank.instances.length;
    this.#timers = timers.all.length;
    const moved = new Set<number>();
    for (const { renaming } of this.#elements)
      renaming?.to.forEach((to, slot) => {
        if (to !== slot || renaming.values[slot]) moved.add(slot);
      });
    this.#slots = Int32Array.from(moved).toSorted();
    this.#settled = new Int32Array(this.#slots.length);
    this.#ranks = Array.from(this.#slots, (slot) => this.#rankAt(slot));
    for (const element of this.#elements) this.#layOutElement(element);
  }

  #layOutElement(element: Element): void {
    const { renaming } = element;
    if (!renaming) {
      element.sources = this.#slots;
      element.values = Array.from(this.#slots, () => undefined);
      return;
    }
    const from = new Map(Array.from(this.#slots, (slot) => [renaming.to[slot]!, slot]));
    element.sources = this.#slots.map((slot) => from.get(slot)!);
    element.values = Array.from(element.sources, (slot) => renaming.values[slot]);
  }

  /** Integers of local states are shared by all worlds of a process; all others are this world's own. */
  #rankAt(slot: number): Memo | undefined {
    const table = this.#world.plan.parts[slot]?.table;
    if (!table) return undefined;
    let rank = this.#rankOf.get(table);
    if (!rank) {
      let count = 0;
      this.#rankOf.set(table, (rank = new Memo(() => count++)));
    }
    return rank;
  }
}

const productsOf = (group: readonly Words[]): Int32Array => {
  const index = new Map(group.map(({ key }, at) => [key, at]));
  return Int32Array.from(
    group.flatMap((then) => group.map((first) => index.get(then.after(first).key)!)),
  );
};
