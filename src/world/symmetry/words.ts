import type { Literal } from "../../term/index.ts";

const word = /[\p{L}\p{N}_-]+/gu;

/** The words of a name, and what stands between them: `ana.phone→bob` is ana, phone and bob with `.` and `→` between. */
const wordsOf = (name: string): string[] => name.match(word) ?? [];
const gapsOf = (name: string): string => name.replace(word, "\n");

/**
 * A permutation of words, which renames everything that is made of them: parts, channels, messages, attributes. Names
 * of many things mention the same few persons, so permuting words renames all of them alike.
 */
export class Words {
  readonly #images: ReadonlyMap<string, string>;
  readonly #texts = new Map<string, string>();

  /** `images` is a permutation; words that stay as they are need no mention. */
  constructor(images: Iterable<readonly [string, string]>) {
    const moved = [...images].filter(([from, to]) => from !== to);
    this.#images = new Map(moved.toSorted(([left], [right]) => (left < right ? -1 : 1)));
  }

  /** The text with every word replaced by its image. */
  text(text: string): string {
    let renamed = this.#texts.get(text);
    if (renamed === undefined) {
      renamed = text.replace(word, (one) => this.#images.get(one) ?? one);
      this.#texts.set(text, renamed);
    }
    return renamed;
  }

  literal<L extends Literal>(value: L): L {
    return typeof value === "string" ? (this.text(value) as L) : value;
  }

  /** Plain data with all its texts renamed, those that name its fields too. */
  plain(value: unknown): unknown {
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return value.map((one) => this.plain(one));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([field, inner]) => [this.text(field), this.plain(inner)]),
    );
  }

  /** An event or fact about others: its type and the names of its fields are nobody's. */
  record<R extends { readonly type: string }>(record: R): R {
    return Object.fromEntries(
      Object.entries(record).map(([field, value]) => [
        field,
        field === "type" ? value : this.plain(value),
      ]),
    ) as R;
  }

  /** First `other`, then this. */
  after(other: Words): Words {
    const words = new Set([...this.#images.keys(), ...other.#images.keys()]);
    return new Words([...words].map((one) => [one, this.text(other.text(one))]));
  }

  /** Equal for equal permutations. */
  get key(): string {
    return [...this.#images].map(([from, to]) => `${from} ${to}`).join(", ");
  }

  /** How many words it moves. */
  get size(): number {
    return this.#images.size;
  }

  /** The words that it moves, with where to. */
  get moved(): readonly (readonly [string, string])[] {
    return [...this.#images];
  }
}

/** The exchange of words that makes one name of the other and the reverse, if there is one. */
export const exchangeOf = (left: string, right: string): Words | undefined => {
  if (gapsOf(left) !== gapsOf(right)) return undefined;
  const images = new Map<string, string>();
  const others = wordsOf(right);
  for (const [at, one] of wordsOf(left).entries()) {
    const other = others[at]!;
    if ((images.get(one) ?? other) !== other || (images.get(other) ?? one) !== one)
      return undefined;
    images.set(one, other).set(other, one);
  }
  return new Words(images);
};

/** Words by who can take whose place, given permutations: the sets that they stir. */
export const stirred = (permutations: readonly Words[]): string[][] => {
  const sets: Set<string>[] = [];
  for (const [from, to] of permutations.flatMap(({ moved }) => moved)) {
    const touched = sets.filter((set) => set.has(from) || set.has(to));
    const joined = new Set([from, to, ...touched.flatMap((set) => [...set])]);
    sets.splice(0, sets.length, ...sets.filter((set) => !touched.includes(set)), joined);
  }
  return sets
    .map((set) => [...set].toSorted())
    .toSorted(([left], [right]) => (left! < right! ? -1 : 1));
};
