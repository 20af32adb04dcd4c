import type { World } from "../../world/index.ts";
import { TupleTable } from "./tuple-table.ts";

/** Slots, or nodes, that one node joins. */
const widthMost = 8;

/** More slots came up than the tree has room for: it has to be planned anew. */
export class Overgrown extends Error {
  override readonly name = "Overgrown";
}

/**
 * States of a world as two integers. Slots are joined to tuples, tuples to tuples of tuples, up to two halves; each
 * different tuple is kept once, and a step that changes three slots asks for a handful of tuples and leaves the others
 * alone ("tree compression": Blom, Lisser, van de Pol, Weber, "A Database Approach to Distributed State-Space
 * Generation", 2009). Only slots that ever change take part, and their values count from those at the start, so that
 * the start is the pair of zeros.
 */
export class StateTree {
  /** The halves of the state that {@link encode} saw last. */
  left = 0;
  right = 0;
  readonly #world: World;
  readonly #start: Int32Array;
  /** First a value for each place of a slot, then the tuple of each node, lower nodes first. */
  readonly #values: Int32Array;
  /** Per value: the node that joins it, -1 for the two halves. */
  readonly #parents: Int32Array;
  /** Per value: the slot whose value it is, -1 for nodes and for places still free. */
  readonly #slots: Int32Array;
  /** Per slot: its place, -1 while it has none. */
  #placeOf: Int32Array;
  readonly #nodes: readonly (Node | undefined)[];
  readonly #halves: readonly [number, number];
  /** Places that slots may take that come up later. */
  readonly #spare: number[];
  /** Nodes to be looked up anew, in order, and which are among them. */
  readonly #stale: Int32Array;
  readonly #isStale: Uint8Array;
  /** Values that the last {@link encode} changed, with what stood there before. */
  readonly #changed: Int32Array;
  #changes = 0;

  /** A tree for these slots, those that belong together side by side; the world stands at the start. */
  constructor(world: World, slots: readonly number[]) {
    this.#world = world;
    this.#start = world.save();
    const plan = planTree(slots.length);
    this.#values = new Int32Array(plan.parents.length);
    this.#parents = plan.parents;
    this.#slots = new Int32Array(plan.parents.length).fill(-1);
    this.#placeOf = new Int32Array(this.#start.length).fill(-1);
    this.#nodes = plan.nodes;
    this.#halves = plan.halves;
    this.#spare = [...plan.spare];
    this.#stale = new Int32Array(plan.parents.length);
    this.#isStale = new Uint8Array(plan.parents.length);
    this.#changed = new Int32Array(2 * plan.parents.length);
    slots.forEach((slot, at) => this.#take(slot, plan.places[at]!));
  }

  /** Bytes that the tuples take. */
  get bytes(): number {
    return this.#nodes.reduce((sum, node) => sum + (node?.table.bytes ?? 0), 0);
  }

  /** How many different tuples each node has come to, lower nodes first. */
  get sizes(): number[] {
    return this.#nodes.flatMap((node) => (node ? [node.table.size] : []));
  }

  /** The slots that take part, in their order. */
  get slots(): number[] {
    return [...this.#slots].filter((slot) => slot >= 0);
  }

  /** Puts the world into a state; writes only what differs from the state that was loaded last. */
  load(left: number, right: number): void {
    this.#descend(this.#halves[0], left);
    this.#descend(this.#halves[1], right);
  }

  /**
   * Finds the halves of the state that the world has come to by one move from the state that was loaded last, which
   * stays the one that later calls start from.
   */
  encode(): void {
    const { values, count } = this.#world.written;
    let stale = 0;
    for (let at = 0; at < count; at += 2) stale = this.#look(values[at]!, stale);
    for (let at = 0; at < stale; at++) {
      const node = this.#stale[at]!;
      this.#isStale[node] = 0;
      const { table, first } = this.#nodes[node]!;
      stale = this.#set(node, table.intern(this.#values, first), stale);
    }
    this.left = this.#values[this.#halves[0]]!;
    this.right = this.#values[this.#halves[1]]!;
    while (this.#changes > 0) {
      this.#changes -= 2;
      this.#values[this.#changed[this.#changes]!] = this.#changed[this.#changes + 1]!;
    }
  }

  #look(slot: number, stale: number): number {
    const value = this.#world.cells[slot]! - (this.#start[slot] ?? 0);
    let place = slot < this.#placeOf.length ? this.#placeOf[slot]! : -1;
    if (place < 0) {
      if (value === 0) return stale;
      place = this.#takeSpare(slot);
    }
    return this.#set(place, value, stale);
  }

  /** Gives a place or node another value and marks the node above; answers how many are stale. */
  #set(at: number, value: number, stale: number): number {
    const before = this.#values[at]!;
    if (before === value) return stale;
    this.#values[at] = value;
    this.#changed[this.#changes++] = at;
    this.#changed[this.#changes++] = before;
    const parent = this.#parents[at]!;
    if (parent < 0 || this.#isStale[parent] === 1) return stale;
    this.#isStale[parent] = 1;
    this.#stale[stale] = parent;
    return stale + 1;
  }

  #descend(at: number, value: number): void {
    if (this.#values[at] === value) return;
    this.#values[at] = value;
    const node = this.#nodes[at];
    if (!node) {
      const slot = this.#slots[at]!;
      this.#world.put(slot, value + (this.#start[slot] ?? 0));
      return;
    }
    const { table, first } = node;
    const { width, tuples } = table;
    for (let child = 0; child < width; child++)
      this.#descend(first + child, tuples[value * width + child]!);
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

/** Joins so many values from `first` on. */
interface Node {
  readonly first: number;
  readonly table: TupleTable;
}

interface TreePlan {
  readonly parents: Int32Array;
  readonly nodes: readonly (Node | undefined)[];
  readonly halves: readonly [number, number];
  /** Places of the slots that are known, in their order. */
  readonly places: readonly number[];
  readonly spare: readonly number[];
}

/** How two halves of a tree over so many slots are built. Every lowest node has a spare place. */
const planTree = (slots: number): TreePlan => {
  const parents: number[] = [];
  const places: number[] = [];
  const spare: number[] = [];
  // Places first: those of one node stand side by side.
  const bottom = halved(slots).map((half) =>
    evenly(Math.max(1, half), widthMost - 1).map((used) => {
      const first = parents.length;
      for (let at = 0; at < widthMost; at++) {
        (at < used && places.length < slots ? places : spare).push(parents.length);
        parents.push(-1);
      }
      return { first, width: widthMost };
    }),
  );
  const nodes: (Node | undefined)[] = parents.map(() => undefined);
  const add = ({ first, width }: Joined): number => {
    const node = parents.push(-1) - 1;
    nodes[node] = { first, table: new TupleTable(width) };
    parents.fill(node, first, first + width);
    return node;
  };
  const joined = (level: readonly Joined[]): number => {
    const made = level.map(add);
    let [first] = made as [number];
    if (made.length === 1) return first;
    return joined(
      evenly(made.length, widthMost).map((width) => {
        const group = { first, width };
        first += width;
        return group;
      }),
    );
  };
  const halves = bottom.map(joined) as [number, number];
  return { parents: Int32Array.from(parents), nodes, halves, places, spare };
};

/** Neighbours that one node joins. */
interface Joined {
  readonly first: number;
  readonly width: number;
}

const halved = (count: number): readonly [number, number] => [
  Math.ceil(count / 2),
  Math.floor(count / 2),
];

/** So many things in as few groups of at most so many as there can be, all of nearly the same size. */
const evenly = (count: number, most: number): number[] => {
  const groups = Math.ceil(count / most);
  return Array.from(
    { length: groups },
    (_, group) => Math.floor(((group + 1) * count) / groups) - Math.floor((group * count) / groups),
  );
};
