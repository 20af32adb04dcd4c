import {
  carriedOut,
  type Distinction,
  type Recipe,
  type Term,
  type TermKind,
} from "../../src/term/index.ts";

/** How far {@link naiveDistinction} looks. */
interface Effort {
  /** Steps of a recipe, those that merely take what was seen included. */
  readonly size: number;
  /** Recipes that give new values. */
  readonly valuesMost: number;
  /** If given, what is composed is kept only if it gives one of these on either side. */
  readonly relevant?: ReadonlySet<Term>;
}

/**
 * Tells two frames apart the obvious way: carries out every recipe up to a size on both, and looks for one that works
 * on one side only or for two that agree on one side only. It shares nothing with the saturation but the meaning of a
 * recipe. Undefined: nothing up to that size; "too many": there was no room to say so.
 */
export const naiveDistinction = (
  left: readonly Term[],
  right: readonly Term[],
  publics: readonly Term[],
  { size, valuesMost, relevant }: Effort,
): Distinction | "too many" | undefined => {
  const byLeft = new Map<Term, Recipe>();
  const byRight = new Map<Term, Recipe>();
  const images = new Map<Recipe, readonly [Term, Term]>();
  const bySize: Recipe[][] = [[]];
  const look = (recipe: Recipe, of: number): Distinction | undefined => {
    const [l, r] = [carriedOut(recipe, left), carriedOut(recipe, right)];
    if (l === undefined && r === undefined) return undefined;
    if (l === undefined || r === undefined)
      return { test: "succeeds", recipe, on: l === undefined ? "right" : "left" };
    const sameLeft = byLeft.get(l);
    const sameRight = byRight.get(r);
    if (sameLeft && sameLeft === sameRight) return undefined;
    if (sameLeft) return { test: "equal", recipes: [recipe, sameLeft], on: "left" };
    if (sameRight) return { test: "equal", recipes: [recipe, sameRight], on: "right" };
    if (isComposed(recipe) && relevant && !relevant.has(l) && !relevant.has(r)) return undefined;
    byLeft.set(l, recipe);
    byRight.set(r, recipe);
    images.set(recipe, [l, r]);
    bySize[of]!.push(recipe);
    return undefined;
  };
  const first: Recipe[] = [
    ...left.map((_, at): Recipe => ({ is: "seen", at })),
    ...publics.map((term): Recipe => ({ is: "public", term })),
  ];
  bySize.push([]);
  for (const recipe of first) {
    const found = look(recipe, 1);
    if (found) return found;
  }
  for (let total = 2; total <= size; total++) {
    bySize.push([]);
    for (const recipe of recipesOf(total, bySize)) {
      const found = look(recipe, total);
      if (found) return found;
      if (images.size > valuesMost) return "too many";
    }
  }
  return undefined;
};

const isComposed = ({ is }: Recipe): boolean => is === "made" || is === "raised";

const constructors: readonly (readonly [TermKind, number])[] = [
  ["pair", 2],
  ["public", 1],
  ["encrypt", 3],
  ["seal", 3],
  ["sign", 2],
  ["mac", 2],
  ["hash", 1],
  ["kdf", 2],
  ["dh", 1],
  ["dh", 2],
];

/** Every recipe of that size over smaller ones. */
function* recipesOf(size: number, bySize: readonly (readonly Recipe[])[]): Generator<Recipe> {
  for (const [of] of argumentsOf(1, size - 1, bySize))
    for (const is of ["first", "second", "signed"] as const) yield { is, of: [of!] };
  for (const [one, two] of argumentsOf(2, size - 1, bySize)) {
    yield { is: "opened", of: [one!, two!] };
    yield { is: "verified", of: [one!, two!] };
    yield { is: "raised", of: [one!, two!] };
  }
  for (const [kind, count] of constructors)
    for (const of of argumentsOf(count, size - 1, bySize)) yield { is: "made", kind, of };
}

function* argumentsOf(
  count: number,
  size: number,
  bySize: readonly (readonly Recipe[])[],
): Generator<readonly Recipe[]> {
  if (count === 1) {
    for (const recipe of bySize[size] ?? []) yield [recipe];
    return;
  }
  for (let first = 1; first < size; first++)
    for (const recipe of bySize[first] ?? [])
      for (const rest of argumentsOf(count - 1, size - first, bySize)) yield [recipe, ...rest];
}
