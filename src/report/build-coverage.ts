import type { Covered } from "../search/index.ts";
import type { TaskMaterial } from "./material.ts";
import type { CoverageStanding, RunCoverage, RunCovered } from "./run.ts";

/**
 * What the parts of some tasks declare and none of these tasks came to. That it never comes up is said only where
 * every task with such a part was visited completely; what was seen was seen, however it was found.
 *
 * `declaring` are the tasks whose parts are meant, `showing` those that may show it; `whole`: the project has no others.
 */
export const coverageOf = (
  declaring: readonly TaskMaterial[],
  showing: readonly TaskMaterial[],
  whole: boolean,
): RunCoverage => {
  const open = new Set(showing.filter((task) => !visitedCompletely(task)).flatMap(partsOf));
  const seen = seenIn(showing);
  const declared = inOrder(declaring);
  const unseen = declared.filter((one) => !seen.has(keyOf(one)));
  const standingOf = ({ part, because }: Covered): CoverageStanding => {
    if (because !== undefined) return "explained";
    if (open.has(part)) return "not seen";
    return whole ? "dead" : "never";
  };
  return {
    declared: declared.length,
    seen: declared.length - unseen.length,
    noted: unseen
      .filter((one) => !unseen.some((other) => follows(one, other)))
      .map((one) => noted(one, standingOf(one))),
  };
};

/** What came up although its part says that it never does. */
export const contradictions = (tasks: readonly TaskMaterial[]): RunCovered[] => {
  const seen = seenIn(tasks);
  return inOrder(tasks)
    .filter((one) => one.because !== undefined && seen.has(keyOf(one)))
    .map((one) => noted(one, "contradicted"));
};

const visitedCompletely = ({ outcome: { exhaustion } }: TaskMaterial): boolean =>
  exhaustion !== undefined && exhaustion.stopped === undefined;

const partsOf = ({ outcome }: TaskMaterial): string[] => outcome.coverage.map(({ part }) => part);

const keyOf = ({ part, what, name }: Covered): string => `${part}\0${what}\0${name}`;

const seenIn = (tasks: readonly TaskMaterial[]): ReadonlySet<string> =>
  new Set(tasks.flatMap(({ outcome }) => outcome.coverage.filter(({ seen }) => seen).map(keyOf)));

/** Everything that the parts of tasks declare, once. */
const inOrder = (tasks: readonly TaskMaterial[]): Covered[] => {
  const declared = new Map(
    tasks.flatMap(({ outcome }) => outcome.coverage.map((one) => [keyOf(one), one] as const)),
  );
  return [...declared].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, one]) => one);
};

/** Whether that one does not come up says already that the other does not: what lies below it, leaves it or needs it. */
const follows = (one: Covered, other: Covered): boolean => {
  if (one.part !== other.part) return false;
  if (other.what === "state") {
    const within = one.what === "state" ? "." : " ";
    return one.what !== "intent" && one.name.startsWith(other.name + within);
  }
  const event = one.name.replace(/ #\d+$/, "");
  return other.what === "intent" && one.what === "transition" && event.endsWith(` ${other.name}`);
};

const noted = ({ part, what, name, because }: Covered, standing: CoverageStanding): RunCovered => ({
  part,
  what,
  name,
  standing,
  because,
});
