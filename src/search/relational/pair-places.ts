import { Scratch, type World } from "../../world/index.ts";
import { Overgrown } from "../exhaustive/places.ts";
import { planTree, type TreePlan } from "../exhaustive/tree-plan.ts";
import { ownFields, ownSlots, rightSlots, type PairWorld } from "./pair-world.ts";

/** How many fields stand in neither world. */
const ownCount = ({ left }: PairWorld): number =>
  left.plan.adversary ? ownFields.length : ownFields.indexOf("seen");

/** All that stands in neither world, as slots. */
export const ownSlotsOf = (pair: PairWorld): number[] =>
  Array.from({ length: ownCount(pair) }, (_, at) => ownSlots + at);

/**
 * Where the state of a pair of worlds stands in a tree of tuples: slots of the left one, slots of the right one, and
 * what stands in neither, each told by its number. Values count from those at the start, so that the start is all zeros.
 */
export class PairPlaces {
  readonly plan: TreePlan;
  readonly #pair: PairWorld;
  readonly #startLeft: Int32Array;
  readonly #startRight: Int32Array;
  readonly #startOwn: readonly number[];
  /** Per slot of each world, and per field of neither: its place, -1 while it has none. */
  readonly #left = new Slots();
  readonly #right = new Slots();
  readonly #own = new Slots();
  /** Per place: the slot whose value it is, or -1. */
  readonly #slotOf: Int32Array;
  readonly #spare: number[];
  readonly #changes = new Scratch();

  /** Places for these slots, those that belong together side by side; the pair stands at the start. */
  constructor(pair: PairWorld, slots: readonly number[]) {
    this.#pair = pair;
    this.#startLeft = pair.left.save();
    this.#startRight = pair.right.save();
    this.#startOwn = ownFields.map((name) => pair.own[name]);
    this.plan = planTree(slots.length);
    this.#slotOf = new Int32Array(this.plan.parents.length).fill(-1);
    this.#spare = [...this.plan.spare];
    slots.forEach((slot, at) => this.#take(slot, this.plan.places[at]!));
  }

  /** The slots that take part, in their order. */
  get slots(): number[] {
    return [...this.#slotOf].filter((slot) => slot >= 0);
  }

  /** How many slots have come up that were not known from the start on. */
  get late(): number {
    return this.plan.spare.length - this.#spare.length;
  }

  /** The lowest node over a slot; -1 of a slot that never changed so far. */
  nodeOver(slot: number): number {
    const place = this.#placesOf(slot).placeOf(slot % rightSlots);
    return place < 0 ? -1 : this.plan.parents[place]!;
  }

  /** Writes values to the pair: pairs of place and value. */
  put({ values, count }: Scratch): void {
    const { left, right, own } = this.#pair;
    for (let at = 0; at < count; at += 2) {
      const slot = this.#slotOf[values[at]!]!;
      const value = values[at + 1]!;
      if (slot < rightSlots) left.put(slot, value + (this.#startLeft[slot] ?? 0));
      else if (slot < ownSlots)
        right.put(slot - rightSlots, value + (this.#startRight[slot - rightSlots] ?? 0));
      else own[ownFields[slot - ownSlots]!] = value + this.#startOwn[slot - ownSlots]!;
    }
  }

  /** What the pair's last move wrote: pairs of place and value; a place may come twice, with one value. */
  changes(): Scratch {
    const { left, right, movedLeft, movedRight, own, before } = this.#pair;
    const changes = this.#changes;
    changes.clear();
    if (movedLeft) this.#written(left, this.#startLeft, 0);
    if (movedRight) this.#written(right, this.#startRight, rightSlots);
    for (let at = 0; at < ownFields.length; at++) {
      const field = ownFields[at]!;
      if (own[field] === before[field]) continue;
      changes.push(this.#own.placeOf(at));
      changes.push(own[field] - this.#startOwn[at]!);
    }
    return changes;
  }

  #written({ written, cells }: World, start: Int32Array, first: number): void {
    const { values, count } = written;
    const slots = first === 0 ? this.#left : this.#right;
    for (let at = 0; at < count; at += 2) {
      const slot = values[at]!;
      const value = cells[slot]! - (start[slot] ?? 0);
      let place = slots.placeOf(slot);
      if (place < 0) {
        if (value === 0) continue;
        const spare = this.#spare.pop();
        if (spare === undefined) throw new Overgrown();
        this.#take(first + slot, spare);
        place = spare;
      }
      this.#changes.push(place);
      this.#changes.push(value);
    }
  }

  #take(slot: number, place: number): void {
    this.#placesOf(slot).set(slot % rightSlots, place);
    this.#slotOf[place] = slot;
  }

  #placesOf(slot: number): Slots {
    return slot < rightSlots ? this.#left : slot < ownSlots ? this.#right : this.#own;
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
