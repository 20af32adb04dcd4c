import type { RunTrace } from "./run.ts";
import { counted } from "./words.ts";

/** How a story was found, e.g. "found in run 17 with 40 moves, told with 6". */
export const foundWords = ({ foundInRun, foundWith, shortest, steps }: RunTrace): string => {
  const told = counted(steps.length, "move");
  if (shortest) return `the shortest there is: nothing of fewer than ${told} breaks it`;
  const where = foundInRun === 0 ? "a frozen example" : `run ${foundInRun.toLocaleString("en")}`;
  return `found in ${where} with ${counted(foundWith, "move")}, told with ${told}`;
};
