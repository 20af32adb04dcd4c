import type { Pass } from "../search/index.ts";
import type { RunTask } from "./run.ts";
import { counted } from "./words.ts";

/** How far a task was searched: "20,000 runs, 525,656 moves", or "77,810 states, 192,583 moves, depth 26". */
export const effortWords = ({
  runs,
  guided,
  moves,
  exhaustion,
  relations,
}: Pick<RunTask, "runs" | "guided" | "moves" | "exhaustion" | "relations">): string => {
  const pairs = sum(relations, (relation) => relation.pairs);
  const compared = pairs > 0 ? [counted(pairs, "pair")] : [];
  if (!exhaustion)
    return [counted(runs, guided ? "guided run" : "run"), counted(moves, "move"), ...compared].join(
      ", ",
    );
  const { passes } = exhaustion;
  const states = sum(passes, (pass) => pass.states);
  const visited = sum(passes, (pass) => pass.symmetry?.visited ?? pass.states);
  const slices = new Set(passes.map(({ still }) => still.join(" "))).size;
  const depth = Math.max(...passes.map((pass) => pass.depth));
  return [
    counted(states, "state"),
    ...(visited < states
      ? [`${visited.toLocaleString("en")} of them visited since ${likeness(passes)}`]
      : []),
    counted(moves, "move"),
    `depth ${depth}`,
    ...compared,
    ...(slices > 1 ? [`in ${slices} slices`] : []),
  ].join(", ");
};

/** Names that look alike and are not, a sentence each. */
export const differenceWords = ({ exhaustion }: Pick<RunTask, "exhaustion">): string[] => {
  const different = (exhaustion?.passes ?? []).flatMap(({ symmetry }) => symmetry?.different ?? []);
  const sentences = different.map(
    ({ names, because }) => `${namesIn(names)} are not interchangeable: ${because}`,
  );
  return [...new Set(sentences)];
};

const likeness = (passes: readonly Pass[]): string => {
  const sets = passes.flatMap(({ symmetry }) => symmetry?.interchangeable ?? []);
  const different = [...new Map(sets.map((names) => [names.join(" "), names])).values()];
  return `${namesIn(different)} are interchangeable`;
};

/** "ana and bob", "phone, laptop and tablet", and several such sets. */
const namesIn = (sets: readonly (readonly string[])[]): string =>
  sets.map((names) => `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`).join("; ");

const sum = <T>(things: readonly T[], of: (thing: T) => number): number =>
  things.reduce((total, thing) => total + of(thing), 0);
