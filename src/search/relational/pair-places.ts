import { Scratch } from "../../world/index.ts";
import { Overgrown } from "../exhaustive/places.ts";
import { planTree, type TreePlan } from "../exhaustive/tree-plan.ts";
import type { Own, PairWorld } from "./pair-world.ts";

/** What of a pair's state stands in neither world, in the order of its places. */
const ownOf = ({ left }: PairWorld): readonly (keyof Own)[] => [
  "view",
  "gone",
  "differ",
  ...(left.plan.adversary ? (["seen", "frame"] as const) : []),
];

/** Slots of both worlds that change, as they were found to. */
export interface PairSlots {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/**
 * Where the state of a pair of worlds stands in a tree of tuples: what stands in neither world, and then slot by slot
 * the left and the right one, because most of what changes, changes in both. Values count from those at the start, so
 * that the start is all zeros.
 */
export class PairPlaces {
  readonly plan: TreePlan;
  readonly #pair: PairWorld;
  readonly #startLeft: Int32Array;
  readonly #startRight: Int32Array;
  readonly #own: readonly (keyof Own)[];
  readonly #startOwn: readonly number[];
  /** Per slot of a world: its place, -1 while it has none. */
  readonly #left = new Slots();
  readonly #right = new Slots();
  /** Per place: the slot of the left world whose value it is, or -1; and the same for the right. */
  readonly #slotOfLeft: Int32Array;
  readonly #slotOfRight: Int32Array;
  /** The places of what stands in neither. */
  readonly #ownPlaces: readonly number[];
  readonly #spare: number[];
  readonly #changes = new Scratch();

  /** The pair stands at the start. */
  constructor(pair: PairWorld, { left, right }: PairSlots) {
    this.#pair = pair;
    this.#startLeft = pair.left.save();
    this.#startRight = pair.right.save();
    this.#own = ownOf(pair);
    this.#startOwn = this.#own.map((name) => pair.own[name]);
    this.plan = planTree(left.length + this.#own.length + right.length);
    const places = this.plan.parents.length;
    this.#slotOfLeft = new Int32Array(places).fill(-1);
    this.#slotOfRight = new Int32Array(places).fill(-1);
    this.#spare = [...this.plan.spare];
    const free = [...this.plan.places];
    this.#ownPlaces = this.#own.map(() => free.shift()!);
    const inLeft = new Set(left);
    const inRight = new Set(right);
    for (const slot of [...inLeft.union(inRight)].toSorted((one, other) => one - other)) {
      if (inLeft.has(slot)) this.#take(this.#left, this.#slotOfLeft, slot, free.shift()!);
      if (inRight.has(slot)) this.#take(this.#right, this.#slotOfRight, slot, free.shift()!);
    }
  }

  /** The slots that take part. */
  get slots(): PairSlots {
    const taken = (slots: Int32Array): number[] => [...slots].filter((slot) => slot >= 0);
    return { left: taken(this.#slotOfLeft), right: taken(this.#slotOfRight) };
  }

  /** Writes values to the pair: pairs of place and value. */
  put({ values, count }: Scratch): void {
    const { left, right } = this.#pair;
    for (let at = 0; at < count; at += 2) {
      const place = values[at]!;
      const value = values[at + 1]!;
      const slot = this.#slotOfLeft[place]!;
      const other = this.#slotOfRight[place]!;
      if (slot >= 0) left.put(slot, value + (this.#startLeft[slot] ?? 0));
      else if (other >= 0) right.put(other, value + (this.#startRight[other] ?? 0));
      else {
        const which = this.#ownPlaces.indexOf(place);
        this.#pair.own[this.#own[which]!] = value + this.#startOwn[which]!;
      }
    }
  }

  /** What the pair's last move wrote: pairs of place and value; a place may come twice, with one value. */
  changes(): Scratch {
    const { left, right, movedLeft, movedRight } = this.#pair;
    const changes = this.#changes;
    changes.clear();
    if (movedLeft) this.#written(left, this.#startLeft, this.#left, this.#slotOfLeft);
    if (movedRight) this.#written(right, this.#startRight, this.#right, this.#slotOfRight);
    for (let which = 0; which < this.#own.length; which++) {
      changes.push(this.#ownPlaces[which]!);
      changes.push(this.#pair.own[this.#own[which]!] - this.#startOwn[which]!);
    }
    return changes;
  }

  #written(
    { written, cells }: PairWorld["left"],
    start: Int32Array,
    slots: Slots,
    slotOf: Int32Array,
  ): void {
    const { values, count } = written;
    for (let at = 0; at < count; at += 2) {
      const slot = values[at]!;
      const value = cells[slot]! - (start[slot] ?? 0);
      let place = slots.placeOf(slot);
      if (place < 0) {
        if (value === 0) continue;
        const spare = this.#spare.pop();
        if (spare === undefined) throw new Overgrown();
        this.#take(slots, slotOf, slot, spare);
        place = spare;
      }
      this.#changes.push(place);
      this.#changes.push(value);
    }
  }

  #take(slots: Slots, slotOf: Int32Array, slot: number, place: number): void {
    slots.set(slot, place);
    slotOf[place] = slot;
  }
}

/** Where slots stand, by their numbers. */
class Slots {
  #places = new Int32Array(64).fill(-1);

  placeOf(slot: number): number {
    return slot < this.#places.length ? this.#places[slot]! : -1;
  }

  set(slot: number, place: number): void {
    if (slot >= this.#places.length) {
      const wider = new Int32Array(slot * 2).fill(-1);
      wider.set(this.#places);
      this.#places = wider;
    }
    this.#places[slot] = place;
  }
}
