import type { RunTask } from "./run.ts";
import { counted } from "./words.ts";

/** How far a task was searched: "20,000 runs, 525,656 moves", or "77,810 states, 192,583 moves, depth 26". */
export const effortWords = ({
  runs,
  moves,
  exhaustion,
}: Pick<RunTask, "runs" | "moves" | "exhaustion">): string => {
  if (!exhaustion) return `${counted(runs, "run")}, ${counted(moves, "move")}`;
  const { passes } = exhaustion;
  const states = passes.reduce((sum, pass) => sum + pass.states, 0);
  const depth = Math.max(...passes.map((pass) => pass.depth));
  return `${counted(states, "state")}, ${counted(moves, "move")}, depth ${depth}`;
};
