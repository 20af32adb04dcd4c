import { boardOf, type Board } from "./board.ts";
import type { RunTrace } from "./run.ts";
import type { Scene, Stage } from "./scenes.ts";

/** A run with the stage that it is played on. */
export interface StagedRun {
  readonly stage: Stage;
  readonly scene: Scene;
}

/** Two runs in step: where one makes no move, its board stands still. */
export const boardsOfPair = (
  trace: RunTrace,
  pair: NonNullable<RunTrace["pair"]>,
  runs: Readonly<Record<"left" | "right", StagedRun>>,
): readonly [first: Board, second: Board] => [
  boardOfRun(trace, pair, runs.left, "left"),
  boardOfRun(trace, pair, runs.right, "right"),
];

const boardOfRun = (
  { invariant, repeatsFrom }: RunTrace,
  { steps }: NonNullable<RunTrace["pair"]>,
  { stage, scene }: StagedRun,
  side: "left" | "right",
): Board =>
  boardOf({
    stage,
    scene,
    moves: steps.map(({ [side]: step }) => step?.move ?? ""),
    facts: [],
    breach: { invariant, at: steps.length, repeatsFrom, reading: undefined },
  });
