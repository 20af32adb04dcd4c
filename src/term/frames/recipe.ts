import type { Term, TermKind } from "../bank.ts";
import { plaintextOf } from "../opening.ts";
import { dh, nothing, publicKey, remade, secret } from "../term.ts";

/** How an observer computes something out of what was seen, in the order in which it was seen, and public values. */
export type Recipe =
  | { readonly is: "seen"; readonly at: number }
  | { readonly is: "public"; readonly term: Term }
  | { readonly is: "made"; readonly kind: TermKind; readonly of: readonly Recipe[] }
  /** A power raised to more exponents. */
  | { readonly is: "raised"; readonly of: readonly [Recipe, ...Recipe[]] }
  | { readonly is: "first" | "second" | "signed"; readonly of: readonly [Recipe] }
  /** What a key opens a ciphertext to. */
  | { readonly is: "opened"; readonly of: readonly [key: Recipe, locked: Recipe] }
  /** The text of a signature that a public key fits. */
  | { readonly is: "verified"; readonly of: readonly [key: Recipe, signature: Recipe] };

/** A test that comes out differently on two frames. */
export type Distinction =
  /** The recipe can be carried out on one side only. */
  | { readonly test: "succeeds"; readonly recipe: Recipe; readonly on: Side }
  /** Two recipes give the same on one side only. */
  | {
      readonly test: "equal";
      readonly recipes: readonly [Recipe, Recipe];
      readonly on: Side;
    };

export type Side = "left" | "right";

export const otherSide = (side: Side): Side => (side === "left" ? "right" : "left");

/** What a recipe gives for a frame, step by step; undefined where it cannot be carried out. */
export const carriedOut = (recipe: Recipe, frame: readonly Term[]): Term | undefined => {
  if (recipe.is === "seen") return frame[recipe.at];
  if (recipe.is === "public") return recipe.term;
  const of = recipe.of.map((each) => carriedOut(each, frame));
  return of.every((each) => each !== undefined) ? outcomeOf(recipe, of) : undefined;
};

const outcomeOf = (
  recipe: Exclude<Recipe, { is: "seen" | "public" }>,
  of: readonly Term[],
): Term | undefined => {
  const [one, two] = of as [Term, Term];
  switch (recipe.is) {
    case "made":
      // Nobody encrypts twice alike without naming the randomness, so there is nothing to compare such a thing with.
      if ((recipe.kind === "encrypt" || recipe.kind === "seal") && of[2] === nothing)
        return undefined;
      return remade(recipe, of);
    case "raised":
      return raised(one, of.slice(1));
    case "first":
      return one.kind === "pair" ? one.parts[0] : undefined;
    case "second":
      return one.kind === "pair" ? one.parts[1] : undefined;
    case "signed":
      return one.kind === "sign" ? one.parts[1] : undefined;
    case "opened":
      return two.kind === "sign" ? undefined : plaintextOf(one, two);
    case "verified":
      return two.kind === "sign" && one === publicKey(two.parts[0]!) ? two.parts[1] : undefined;
  }
};

/** A power raised further. Whatever is no power is raised like one whose exponent nobody knows. */
export const raised = (base: Term, exponents: readonly Term[]): Term =>
  exponents.length === 0
    ? base
    : dh(...(base.kind === "dh" ? base.parts : [secret(`logarithm of #${base.id}`)]), ...exponents);

/** Whether a test comes out differently on two frames, found by carrying it out. */
export const tellsApart = (
  distinction: Distinction,
  left: readonly Term[],
  right: readonly Term[],
): boolean => {
  const holdsOn = (frame: readonly Term[]): boolean => {
    if (distinction.test === "succeeds") return carriedOut(distinction.recipe, frame) !== undefined;
    const [first, second] = distinction.recipes.map((recipe) => carriedOut(recipe, frame));
    return first !== undefined && first === second;
  };
  const [own, other] = distinction.on === "left" ? [left, right] : [right, left];
  return holdsOn(own) && !holdsOn(other);
};
