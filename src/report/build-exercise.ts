import type { Covered, SearchOutcome } from "../search/index.ts";
import type { TaskMaterial } from "./material.ts";
import type { RunExercise, RunPartExercise } from "./run.ts";

/** What all tasks together made of what there is to be exercised: parts, facts, and the monitors of promises. */
export const exerciseOf = (tasks: readonly TaskMaterial[]): RunExercise => {
  const outcomes = tasks.map(({ outcome }) => outcome);
  return {
    parts: partsOf(outcomes),
    facts: unitedFacts(outcomes),
    monitors: countedPrints(outcomes.map(({ exercise }) => exercise.monitors)),
  };
};

const byName = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number =>
  left < right ? -1 : left > right ? 1 : 0;

const ordered = <Value>(map: ReadonlyMap<string, Value>): Readonly<Record<string, Value>> =>
  Object.fromEntries([...map].toSorted(byName));

const partsOf = (outcomes: readonly SearchOutcome[]): RunPartExercise[] => {
  const pairs = countedPrints(outcomes.map(({ exercise }) => exercise.pairs));
  const guards = Map.groupBy(
    outcomes.flatMap(({ exercise }) => exercise.guards),
    ({ part }) => part,
  );
  const covered = Map.groupBy(
    outcomes.flatMap(({ coverage }) => coverage),
    ({ part }) => part,
  );
  return [...new Set([...covered.keys(), ...Object.keys(pairs)])].toSorted().map((part) => ({
    part,
    pairs: pairs[part] ?? 0,
    ...timesOf(covered.get(part) ?? []),
    guards: guardsOf(guards.get(part) ?? []),
  }));
};

const timesOf = (
  covered: readonly Covered[],
): Pick<RunPartExercise, "states" | "transitions" | "intents"> => {
  const of = (what: Covered["what"]): Readonly<Record<string, number>> => {
    const times = new Map<string, number>();
    for (const one of covered)
      if (one.what === what) times.set(one.name, (times.get(one.name) ?? 0) + one.times);
    return ordered(times);
  };
  return { states: of("state"), transitions: of("transition"), intents: of("intent") };
};

const guardsOf = (
  uses: readonly SearchOutcome["exercise"]["guards"][number][],
): RunPartExercise["guards"] => {
  const guards = new Map<string, { passed: number; refused: number }>();
  for (const { transition, passed, refused } of uses) {
    const before = guards.get(transition) ?? { passed: 0, refused: 0 };
    guards.set(transition, { passed: before.passed + passed, refused: before.refused + refused });
  }
  return ordered(guards);
};

/** By name, how many different fingerprints there are. */
const countedPrints = (
  records: readonly Readonly<Record<string, readonly number[]>>[],
): Readonly<Record<string, number>> => {
  const prints = new Map<string, Set<number>>();
  for (const record of records)
    for (const [name, those] of Object.entries(record)) {
      const met = prints.get(name) ?? new Set();
      prints.set(name, met);
      for (const print of those) met.add(print);
    }
  return ordered(new Map([...prints].map(([name, met]) => [name, met.size])));
};

const unitedFacts = (outcomes: readonly SearchOutcome[]): Readonly<Record<string, boolean>> => {
  const facts = new Map<string, boolean>();
  for (const { exercise } of outcomes)
    for (const [type, stated] of Object.entries(exercise.facts))
      facts.set(type, stated || (facts.get(type) ?? false));
  return ordered(facts);
};
