/** Slots that a lowest node joins: few, so that moves look at little that does not matter to them. */
const slotsMost = 3;
/** Nodes that one above joins. */
const nodesMost = 8;

/** Neighbours that one node joins. */
export interface Joined {
  readonly first: number;
  readonly width: number;
}

/**
 * How a state becomes two integers: first come the places of slots, then the nodes, each of which joins neighbours
 * before it to one tuple, up to two halves. Plain data.
 */
export interface TreePlan {
  /** Per place and node: the node that joins it, -1 for the two halves. */
  readonly parents: Int32Array;
  /** Per place and node: what it joins; undefined for places. */
  readonly nodes: readonly (Joined | undefined)[];
  readonly halves: readonly [number, number];
  /** Places of the slots that are known, in their order. */
  readonly places: readonly number[];
  /** Places that slots may take that come up later; every lowest node has some. */
  readonly spare: readonly number[];
}

/** How the two halves of a tree over so many slots are built. */
export const planTree = (slots: number): TreePlan => {
  const parents: number[] = [];
  const places: number[] = [];
  const spare: number[] = [];
  // Places first: those of one node stand side by side.
  const bottom = halved(slots).map((half) =>
    evenly(Math.max(1, half), slotsMost - 1).map((used) => {
      const first = parents.length;
      for (let at = 0; at < slotsMost; at++) {
        (at < used && places.length < slots ? places : spare).push(parents.length);
        parents.push(-1);
      }
      return { first, width: slotsMost };
    }),
  );
  const nodes: (Joined | undefined)[] = parents.map(() => undefined);
  const add = (joined: Joined): number => {
    const node = parents.push(-1) - 1;
    nodes[node] = joined;
    parents.fill(node, joined.first, joined.first + joined.width);
    return node;
  };
  const joined = (level: readonly Joined[]): number => {
    const made = level.map(add);
    let [first] = made as [number];
    if (made.length === 1) return first;
    return joined(
      evenly(made.length, nodesMost).map((width) => {
        const group = { first, width };
        first += width;
        return group;
      }),
    );
  };
  const halves = bottom.map(joined) as [number, number];
  return { parents: Int32Array.from(parents), nodes, halves, places, spare };
};

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
