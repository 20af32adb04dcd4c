import type { Term } from "../bank.ts";
import { nothing, remade } from "../term.ts";
import { Composing, type Known } from "./composing.ts";
import type { Guessable } from "./frame-pair.ts";
import { otherSide, type Recipe, type Side } from "./recipe.ts";

/** What one recipe makes in two runs. */
export interface ForgedPair {
  readonly left: Term;
  readonly right: Term;
  readonly recipe: Recipe;
}

/**
 * What the recipe by which somebody makes a term of one run gives in the other, out of what they know in both;
 * undefined if they cannot make it. Where it takes an encryption of their own, that has their own `randomness`, which
 * they must know: then what they have made is told from what others make, and recognised when it comes again.
 *
 * Where they guess, every guessable text in what they compose is a guess, the same in both runs, whatever they have seen.
 */
export const forgedPair = (
  kept: readonly Known[],
  term: Term,
  side: Side,
  randomness: Term,
  guessable: Guessable = nobodyGuesses,
): ForgedPair | undefined => {
  const known = new Set(kept.map((each) => each[side]));
  const own = (part: Term): Term => {
    if (known.has(part) || part.parts.length === 0) return part;
    const parts = part.parts.map(own);
    const isSecret = part.kind === "encrypt" || part.kind === "seal";
    if (isSecret && parts[2] === nothing) parts[2] = randomness;
    return remade(part, parts);
  };
  const made = own(term);
  const guesses = guessable !== nobodyGuesses;
  const image = new Composing(kept, guessable, guesses).imageOf(made, side);
  if (!image) return undefined;
  const { recipe, other } = image;
  return { [side]: made, [otherSide(side)]: other, recipe } as unknown as ForgedPair;
};

/** What is made up is made of what is known. */
export const nobodyGuesses = (): boolean => false;
