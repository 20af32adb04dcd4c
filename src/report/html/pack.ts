/**
 * Plain data in which everything that is the same stands once: an object is its shape (its keys) and its values, a list
 * its values, and equal ones are one. Stories resemble each other so much that this is what makes thousands of them fit
 * into a page.
 */
export interface Packed {
  /** Texts, numbers and the like. */
  readonly leaves: readonly Leaf[];
  /** Keys of objects. */
  readonly shapes: readonly (readonly string[])[];
  /** The place of a shape, or -1 for a list, and then references; what is referred to comes first. */
  readonly nodes: readonly (readonly number[])[];
}

type Leaf = string | number | boolean | null;

/** Packs plain data; what is undefined is left out. The last node is the whole, which is an object or a list. */
export const pack = (whole: object): Packed => {
  const leaves = new Places<Leaf>((leaf) => (typeof leaf === "string" ? `"${leaf}` : String(leaf)));
  const shapes = new Places<readonly string[]>((keys) => JSON.stringify(keys));
  const nodes = new Places<readonly number[]>((numbers) => numbers.join());
  // References are even for nodes and odd for leaves.
  const refer = (value: unknown): number => {
    if (typeof value !== "object" || value === null) return 2 * leaves.of(value as Leaf) + 1;
    if (Array.isArray(value))
      return 2 * nodes.of([-1, ...value.map((each) => refer(each ?? null))]);
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    const shape = shapes.of(entries.map(([key]) => key));
    return 2 * nodes.of([shape, ...entries.map(([, each]) => refer(each))]);
  };
  refer(whole);
  return { leaves: leaves.all, shapes: shapes.all, nodes: nodes.all };
};

/** The data that were packed. */
export const unpack = ({ leaves, shapes, nodes }: Packed): unknown => {
  const made: unknown[] = [];
  const valueAt = (reference: number): unknown =>
    reference % 2 === 0 ? made[reference / 2] : leaves[(reference - 1) / 2];
  for (const [shape = -1, ...references] of nodes) {
    const values = references.map(valueAt);
    const keys = shapes[shape];
    made.push(keys ? Object.fromEntries(keys.map((key, at) => [key, values[at]])) : values);
  }
  return made.at(-1);
};

/** Different things, each at its place. */
class Places<Thing> {
  readonly all: Thing[] = [];
  readonly #places = new Map<string, number>();
  /** Equal for equal things alone. */
  readonly #keyOf: (thing: Thing) => string;

  constructor(keyOf: (thing: Thing) => string) {
    this.#keyOf = keyOf;
  }

  of(thing: Thing): number {
    const key = this.#keyOf(thing);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.all.length);
    return this.all.push(thing) - 1;
  }
}
