import type { ToldDifference, ToldPair, ToldRecipe, ToldRunStep } from "../search/index.ts";
import { moveWords } from "./move-words.ts";
import { recipeWords } from "./recipe-words.ts";
import { listed } from "./words.ts";

/** Two runs side by side, for one observer. */
export interface PairColumns {
  readonly title: string;
  readonly rows: readonly PairRow[];
}

export interface PairRow {
  /** From 1. */
  readonly number: number;
  readonly left: PairCell;
  readonly right: PairCell;
  /** Whether this is the first step in which the runs are not alike. */
  readonly parts: boolean;
  readonly breaks: boolean;
}

export interface PairCell {
  readonly move: string;
  /** What the observer sees of it, where it matters. */
  readonly sees: readonly string[];
}

/** Both runs step by step; what the observer saw is shown at the last step and where its test goes back to. */
export const columnsOf = ({ observer, secret, steps, difference }: ToldPair): PairColumns => {
  const shown = new Set([steps.length, ...stepsIn(difference)]);
  const cell = (step: ToldRunStep | undefined, number: number): PairCell =>
    step
      ? { move: moveWords(step.move), sees: shown.has(number) ? step.sees : [] }
      : { move: "(nothing)", sees: [] };
  const partsAt = steps.findIndex(({ left, right }) => !alike(left, right));
  return {
    title: `Two runs that differ only in ${secret}, and what ${observer} sees of them:`,
    rows: steps.map(({ left, right }, at) => ({
      number: at + 1,
      left: cell(left, at + 1),
      right: cell(right, at + 1),
      parts: at === partsAt,
      breaks: at + 1 === steps.length,
    })),
  };
};

const alike = (left: ToldRunStep | undefined, right: ToldRunStep | undefined): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

/** The difference that tells the runs apart, and the test that shows it. */
export const differenceWords = ({ observer, difference }: ToldPair): string => {
  switch (difference.by) {
    case "sight": {
      const { left, right } = difference;
      const seen = (sight: string | undefined): string => (sight ? `"${sight}"` : "nothing more");
      return `${observer} sees ${seen(left)} in the first run, and ${seen(right)} in the second.`;
    }
    case "length": {
      const { sight, left, right } = difference;
      return `What comes with "${sight}" is of length ${left} in the first run and ${right} in the second, and ${observer} sees it.`;
    }
    case "choices":
      return [
        `${observer} can tell by what there is to choose from:`,
        ...choices("first", difference.left),
        ...choices("second", difference.right),
      ].join(" ");
    case "means": {
      const { left, right } = difference;
      const run = left === undefined ? "second" : "first";
      return `${observer} can tell by what there is to lay hands on: only in the ${run} run, ${moveWords((left ?? right)!)}.`;
    }
    case "test":
      return `${observer} can tell by a test: ${testWords(difference)}`;
  }
};

const choices = (run: string, moves: readonly string[]): string[] =>
  moves.length === 0 ? [] : [`only in the ${run} run, ${listed(moves.map(moveWords))}.`];

const testWords = ({ test, on, recipes }: Extract<ToldDifference, { by: "test" }>): string => {
  const [one = "", two = ""] = recipes.map(recipeWords);
  const [own, other] = on === "left" ? ["first", "second"] : ["second", "first"];
  if (test === "succeeds") return `${one} can be had in the ${own} run, and not in the ${other}.`;
  return `${one} is the same as ${two} in the ${own} run, and not in the ${other}.`;
};

/** The steps to which a test goes back. */
const stepsIn = (difference: ToldDifference): number[] =>
  difference.by === "test" ? difference.recipes.flatMap(stepsOf) : [];

const stepsOf = ({ seen, of }: ToldRecipe): number[] => [
  ...(seen ? [seen.step] : []),
  ...of.flatMap(stepsOf),
];
