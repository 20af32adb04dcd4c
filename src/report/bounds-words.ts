import type { RunBounds } from "./run.ts";
import { counted, words } from "./words.ts";

/** Limits of a search in few words: "20 moves, messages 3; faults: drop 1". */
export const boundsWords = ({
  moves,
  limits,
  faults,
  oneKindOfFault,
  sliced,
}: RunBounds): string => {
  const told = (record: Readonly<Record<string, number>>): string[] =>
    Object.entries(record)
      .filter(([, most]) => most > 0)
      .map(([name, most]) => `${words(name)} ${most}`);
  const failing = told(faults);
  const long = moves === undefined ? "any number of moves" : counted(moves, "move");
  const within = [long, ...told(limits), ...(sliced ? ["in slices"] : [])].join(", ");
  if (failing.length === 0) return `${within}; nothing fails`;
  const apart = oneKindOfFault && failing.length > 1 ? ", one kind at a time" : "";
  return `${within}; faults${apart}: ${failing.join(", ")}`;
};
