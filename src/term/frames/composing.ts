import { nothing, remade } from "../term.ts";
import type { Term } from "../bank.ts";
import { without } from "../multiset.ts";
import type { Guessable } from "./frame-pair.ts";
import { otherSide, raised, type Distinction, type Recipe, type Side } from "./recipe.ts";

/** What one recipe gives on both sides. */
export interface Known {
  readonly left: Term;
  readonly right: Term;
  readonly recipe: Recipe;
}

/** A recipe for a term of one side, and what it gives on the other. */
export interface Image {
  readonly recipe: Recipe;
  readonly other: Term;
}

/** Recipes that only compose, over what is known on both sides; each question is settled once. */
export class Composing {
  readonly #guessable: Guessable;
  readonly #anew: boolean;
  readonly #known: Readonly<Record<Side, Map<Term, Known>>> = { left: new Map(), right: new Map() };
  readonly #composed: Readonly<Record<Side, Map<Term, readonly Image[]>>> = {
    left: new Map(),
    right: new Map(),
  };

  /** `anew`: whatever can be composed is composed, even if it was seen as it is. */
  constructor(kept: readonly Known[], guessable: Guessable, anew = false) {
    this.#guessable = guessable;
    this.#anew = anew;
    for (const known of kept) {
      this.#known.left.set(known.left, known);
      this.#known.right.set(known.right, known);
    }
  }

  /** The image of a term that is known or can be composed. */
  imageOf(goal: Term, side: Side): Image | undefined {
    const known = this.#known[side].get(goal);
    const seen = known && { recipe: known.recipe, other: known[otherSide(side)] };
    return this.#anew
      ? (this.#waysTo(goal, side)[0] ?? seen)
      : (seen ?? this.#waysTo(goal, side)[0]);
  }

  /**
   * Holds something against what is known and composed: "composed" if that gives the same on both sides, an equation if
   * it does on one side only, undefined if nothing gives it on either side.
   */
  equation(known: Known): Distinction | "composed" | undefined {
    let composed = false;
    for (const side of ["left", "right"] as const) {
      const same = this.#known[side].get(known[side]);
      const ways = [
        ...(same ? [{ recipe: same.recipe, other: same[otherSide(side)] }] : []),
        ...this.#waysTo(known[side], side),
      ];
      for (const { recipe, other } of ways) {
        if (other !== known[otherSide(side)])
          return { test: "equal", recipes: [known.recipe, recipe], on: side };
        composed = true;
      }
    }
    return composed ? "composed" : undefined;
  }

  /** The known exponents of a power, with their recipes and images, and one name for all the others. */
  exponents(
    power: Term,
    side: Side,
  ): {
    readonly unknown: string;
    readonly recipes: readonly Recipe[];
    readonly images: readonly Term[];
  } {
    const unknown: number[] = [];
    const recipes: Recipe[] = [];
    const images: Term[] = [];
    for (const exponent of power.parts) {
      const image = this.imageOf(exponent, side);
      if (image) {
        recipes.push(image.recipe);
        images.push(image.other);
      } else unknown.push(exponent.id);
    }
    return { unknown: unknown.join(), recipes, images };
  }

  /** Every way to compose a term in a last step; all but powers have one at most. */
  #waysTo(goal: Term, side: Side): readonly Image[] {
    const settled = this.#composed[side].get(goal);
    if (settled) return settled;
    const ways = isPublic(goal, this.#guessable)
      ? [{ recipe: { is: "public", term: goal } as const, other: goal }]
      : [...this.#made(goal, side), ...(goal.kind === "dh" ? this.#raised(goal, side) : [])];
    this.#composed[side].set(goal, ways);
    return ways;
  }

  #made(goal: Term, side: Side): readonly Image[] {
    const { kind, parts } = goal;
    if (parts.length === 0 && kind !== "dh") return [];
    if ((kind === "encrypt" || kind === "seal") && parts[2] === nothing) return [];
    const images = this.#imagesOf(parts, side);
    if (!images) return [];
    const recipe = { is: "made", kind, of: images.map((image) => image.recipe) } as const;
    return [
      {
        recipe,
        other: remade(
          goal,
          images.map(({ other }) => other),
        ),
      },
    ];
  }

  /** From a known power of fewer exponents and the exponents that it lacks. */
  #raised(goal: Term, side: Side): readonly Image[] {
    return [...this.#known[side].values()].flatMap((known): Image[] => {
      if (known[side].kind !== "dh" || known[side] === goal) return [];
      const lacking = without(goal.parts, known[side].parts);
      const images = lacking && this.#imagesOf(lacking, side);
      if (!images) return [];
      const recipe = {
        is: "raised",
        of: [known.recipe, ...images.map((image) => image.recipe)],
      } as const;
      return [
        {
          recipe,
          other: raised(
            known[otherSide(side)],
            images.map(({ other }) => other),
          ),
        },
      ];
    });
  }

  #imagesOf(goals: readonly Term[], side: Side): readonly Image[] | undefined {
    const images: Image[] = [];
    for (const goal of goals) {
      const image = this.imageOf(goal, side);
      if (!image) return undefined;
      images.push(image);
    }
    return images;
  }
}

const isPublic = (term: Term, guessable: Guessable): boolean =>
  term.kind === "atom" || term.kind === "nothing" || (term.kind === "body" && guessable(term));
