import { Scratch, type World } from "../../world/index.ts";
import { planTree, type TreePlan } from "./tree-plan.ts";

/** More slots came up than there are places for them: the tree has to be planned anew. */
export class Overgrown extends Error {
  override readonly name = "Overgrown";
}

/**
 * Where the slots of a world stand in a tree of tuples. Only slots that ever change take part, and their values count
 * from those at the start, so that the start is all zeros.
 */
export class Places {
  readonly plan: TreePlan;
  /** The slots that were known from the start on. */
  readonly known: readonly number[];
  readonly #world: World;
  readonly #start: Int32Array;
  /** Per slot: its place, -1 while it has none. */
  #placeOf: Int32Array;
  /** Per place: the slot whose value it is, -1 while it is free. */
  readonly #slots: Int32Array;
  readonly #spare: number[];
  readonly #changes = new Scratch();

  /**
   * Places for these slots, those that belong together side by side; the world stands at the start. Or the places that
   * others with these slots had taken by the end: per place, the slot or -1.
   */
  constructor(world: World, slots: readonly number[], taken?: Int32Array) {
    this.known = slots;
    this.#world = world;
    this.#start = world.save();
    this.plan = planTree(slots.length);
    this.#placeOf = new Int32Array(this.#start.length).fill(-1);
    this.#slots = new Int32Array(this.plan.parents.length).fill(-1);
    this.#spare = this.plan.spare.filter((place) => !(taken && taken[place]! >= 0));
    if (taken) taken.forEach((slot, place) => slot >= 0 && this.#take(slot, place));
    else slots.forEach((slot, at) => this.#take(slot, this.plan.places[at]!));
  }

  /** Per place: the slot whose value it is, -1 while it is free. */
  get taken(): Int32Array {
    return this.#slots.slice();
  }

  /** The slots that take part, in their order. */
  get slots(): number[] {
    return [...this.#slots].filter((slot) => slot >= 0);
  }

  /** The lowest node over a slot; -1 of a slot that never changed so far. */
  nodeOver(slot: number): number {
    const place = slot < this.#placeOf.length ? this.#placeOf[slot]! : -1;
    return place < 0 ? -1 : this.plan.parents[place]!;
  }

  /** How many slots have come up that were not known from the start on. */
  get late(): number {
    return this.plan.spare.length - this.#spare.length;
  }

  /** Writes values to the world: pairs of place and value. */
  put({ values, count }: Scratch): void {
    for (let at = 0; at < count; at += 2) {
      const slot = this.#slots[values[at]!]!;
      this.#world.put(slot, values[at + 1]! + (this.#start[slot] ?? 0));
    }
  }

  /** What the world's last move wrote: pairs of place and value; a place may come twice, with one value. */
  changes(): Scratch {
    const changes = this.#changes;
    const { values, count } = this.#world.written;
    changes.clear();
    for (let at = 0; at < count; at += 2) {
      const slot = values[at]!;
      const value = this.#world.cells[slot]! - (this.#start[slot] ?? 0);
      let place = slot < this.#placeOf.length ? this.#placeOf[slot]! : -1;
      if (place < 0) {
        if (value === 0) continue;
        place = this.#takeSpare(slot);
      }
      changes.push(place);
      changes.push(value);
    }
    return changes;
  }

  #takeSpare(slot: number): number {
    const place = this.#spare.pop();
    if (place === undefined) throw new Overgrown();
    this.#take(slot, place);
    return place;
  }

  #take(slot: number, place: number): void {
    if (slot >= this.#placeOf.length) {
      const wider = new Int32Array(slot * 2).fill(-1);
      wider.set(this.#placeOf);
      this.#placeOf = wider;
    }
    this.#placeOf[slot] = place;
    this.#slots[place] = slot;
  }
}
