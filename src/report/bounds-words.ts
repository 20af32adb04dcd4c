import type { RunBounds } from "./run.ts";
import { counted, words } from "./words.ts";

/** Limits of a search in few words: "20 moves, messages 3; faults: drop 1". */
export const boundsWords = ({ moves, limits, faults }: RunBounds): string => {
  const told = (record: Readonly<Record<string, number>>): string[] =>
    Object.entries(record)
      .filter(([, most]) => most > 0)
      .map(([name, most]) => `${words(name)} ${most}`);
  const failing = told(faults);
  const within = [counted(moves, "move"), ...told(limits)].join(", ");
  return failing.length === 0
    ? `${within}; nothing fails`
    : `${within}; faults: ${failing.join(", ")}`;
};
