import type { RunTrace } from "./run.ts";
import { counted } from "./words.ts";

/** How a story was found, e.g. "found in run 17 with 40 moves, told with 6". */
export const foundWords = ({ foundInRun, foundWith, shortest, steps }: RunTrace): string => {
  const told = counted(steps.length, "move");
  if (shortest === "of all") return `no story of fewer than ${told} breaks it`;
  const where = foundInRun === 0 ? "a frozen example" : `run ${foundInRun.toLocaleString("en")}`;
  const found = `found in ${where} with ${counted(foundWith, "move")}, told with ${told}`;
  return shortest === "in its slice" ? `${found}: fewer do not do for those who act in it` : found;
};
