import type { Distinction, Recipe, Side } from "../../term/index.ts";

/** Two runs of one schedule that an observer tells apart, as they went on live actors; plain data. */
export interface ToldPair {
  readonly observer: string;
  /** What the runs differ in, in the promise's own words. */
  readonly secret: string;
  /** Step by step what each run did and what the observer saw of it; undefined where a run stood still. */
  readonly steps: readonly {
    readonly left: ToldRunStep | undefined;
    readonly right: ToldRunStep | undefined;
  }[];
  readonly difference: ToldDifference;
}

export interface ToldRunStep {
  readonly move: string;
  readonly sees: readonly string[];
}

/** How the observer tells the runs apart. */
export type ToldDifference =
  /** It sees something that it does not see in the other run at that moment. */
  | {
      readonly by: "sight";
      readonly left: string | undefined;
      readonly right: string | undefined;
    }
  | {
      readonly by: "length";
      readonly sight: string;
      readonly left: number;
      readonly right: number;
    }
  /** What its parts let it do in one run only. */
  | { readonly by: "choices"; readonly left: readonly string[]; readonly right: readonly string[] }
  /** What the adversary, who is of its coalition, can lay hands on in one run only. */
  | {
      readonly by: "means";
      readonly left: string | undefined;
      readonly right: string | undefined;
    }
  /** A test that it can carry out on what it has seen: it works, or two things agree, in one run only. */
  | {
      readonly by: "test";
      readonly test: Distinction["test"];
      readonly on: Side;
      readonly recipes: readonly ToldRecipe[];
    };

/** A recipe with the names of what it is made of. */
export interface ToldRecipe {
  readonly how: string;
  /** Of what was seen: when, and as what. Step 0: it was known from the start, or seen during the set-up. */
  readonly seen?: { readonly step: number; readonly as: string };
  readonly term?: string;
  readonly of: readonly ToldRecipe[];
}

/** Where each term of a frame was seen. */
export interface Occasion {
  readonly step: number;
  readonly as: string;
}

/** A recipe as plain data. */
export const toldRecipe = (recipe: Recipe, occasions: readonly Occasion[]): ToldRecipe => {
  switch (recipe.is) {
    case "seen":
      return { how: "seen", seen: occasions[recipe.at]!, of: [] };
    case "public":
      return {
        how: recipe.term.kind === "body" ? "guessed" : "constant",
        term: recipe.term.label,
        of: [],
      };
    default:
      return {
        how: recipe.is === "made" ? recipe.kind : recipe.is,
        of: recipe.of.map((each) => toldRecipe(each, occasions)),
      };
  }
};
