import type { RunPartExercise } from "../../report/run.ts";
import { warmest } from "../chart/chart.tsx";

/** From one degree of heat to the next, things come up so many times as often. */
export const heatFactor = 8;

/** How much each state and transition of a part was used, since counts differ by factors. */
export const heatOf = ({
  states,
  transitions,
}: Pick<RunPartExercise, "states" | "transitions">): ReadonlyMap<string, number> =>
  new Map([...degreesOf(states), ...degreesOf(transitions)]);

/** 0 for what was never used, the highest for what was used about as often as anything. */
const degreesOf = (times: Readonly<Record<string, number>>): [string, number][] => {
  const most = Math.max(1, ...Object.values(times));
  return Object.entries(times).map(([name, count]) => [
    name,
    count === 0
      ? 0
      : Math.max(1, warmest - Math.floor(Math.log(most / count) / Math.log(heatFactor))),
  ]);
};
