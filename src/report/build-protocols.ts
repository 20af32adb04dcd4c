import type { PrivacyPromise } from "../promise/index.ts";
import { coverageOf } from "./build-coverage.ts";
import type { Material, TaskMaterial } from "./material.ts";
import type { ProtocolInvariant, RunBounds, RunCoverage, RunProtocol, RunTask } from "./run.ts";
import { protocolMet, protocolVerdictOf } from "./verdict.ts";

/** What all tasks of each protocol together say, protocols in the order of their names. */
export const protocolsOf = (
  materials: readonly TaskMaterial[],
  tasks: readonly RunTask[],
  promises: readonly PrivacyPromise[],
  { whole, versions }: Pick<Material, "whole" | "versions">,
): RunProtocol[] => {
  const byName = new Map(materials.map(({ protocol }) => [protocol.name, protocol]));
  return [...byName.values()]
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ name, says, assumptions, notApplicable }) => ({
      name,
      says,
      assumptions,
      variant: !versions.has(name),
      invariants: promises
        .flatMap((promise) => promise.invariants.map((invariant) => ({ promise, invariant })))
        .toSorted((left, right) => (left.invariant.id < right.invariant.id ? -1 : 1))
        .map(({ promise, invariant }) => ({
          id: invariant.id,
          promise: promise.id,
          says: invariant.says,
          ...rolledUp(
            tasks.filter(({ protocol }) => protocol === name),
            invariant.id,
            notApplicable[invariant.id],
            whole && versions.has(name),
          ),
        })),
      coverage: coverageUnder(name, materials),
    }));
};

const coverageUnder = (name: string, materials: readonly TaskMaterial[]): RunCoverage => {
  const tasks = materials.filter(({ protocol }) => protocol.name === name);
  return coverageOf(tasks, tasks, false);
};

const rolledUp = (
  tasks: readonly RunTask[],
  id: string,
  because: string | undefined,
  complete: boolean,
): Omit<ProtocolInvariant, "id" | "promise" | "says"> => {
  const pieces = tasks.flatMap((task) =>
    task.invariants.filter((each) => each.id === id).map((each) => ({ task, ...each })),
  );
  const testing = pieces.filter(({ tested, verdict }) => tested > 0 || verdict === "broken");
  const evidence = {
    verdicts: pieces.map(({ verdict }) => verdict),
    tested: pieces.reduce((sum, { tested }) => sum + tested, 0),
    notApplicable: because !== undefined,
    // Promises of single scenarios are asked of nobody else.
    complete: complete && pieces.length > 0,
  };
  const met = protocolMet(evidence);
  return {
    verdict: protocolVerdictOf(evidence),
    because,
    tested: evidence.tested,
    runs: pieces.reduce((sum, { task }) => sum + task.runs, 0),
    bounds: widest(testing.map(({ task }) => task.bounds)),
    scenarios: testing.map(({ task }) => task.scenario),
    traces: pieces.flatMap(({ traces }) => traces),
    unexpected: met === "unexpected",
    insufficient: met === "insufficient",
  };
};

/** Bounds as wide as the widest of each kind. */
export const widest = (bounds: readonly RunBounds[]): RunBounds => ({
  moves: longest(bounds.map(({ moves }) => moves)),
  limits: highest(bounds.map(({ limits }) => limits)),
  faults: highest(bounds.map(({ faults }) => faults)),
  sliced: bounds.some(({ sliced }) => sliced),
  oneKindOfFault: bounds.every(
    ({ faults, oneKindOfFault }) => oneKindOfFault || Object.keys(faults).length < 2,
  ),
});

/** Undefined stands for any number: where some searches were longer than others could be, the others count. */
const longest = (moves: readonly (number | undefined)[]): number | undefined => {
  const bounded = moves.filter((most) => most !== undefined);
  return bounded.length === 0 && moves.length > 0 ? undefined : Math.max(0, ...bounded);
};

const highest = (
  records: readonly Readonly<Record<string, number>>[],
): Readonly<Record<string, number>> => {
  const most: Record<string, number> = {};
  for (const record of records)
    for (const [name, value] of Object.entries(record))
      most[name] = Math.max(most[name] ?? 0, value);
  return Object.fromEntries(
    Object.entries(most).toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
};
