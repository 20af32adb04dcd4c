import type { Blamed, Counterexample } from "../search/index.ts";
import { expectationOf } from "./expectation-of.ts";
import type { TaskMaterial } from "./material.ts";
import type { RunBlame, RunTrace } from "./run.ts";

/** The keys of a task's counterexamples; several breaks of one invariant are numbered from the second on. */
export const keysOf = ({ outcome }: TaskMaterial): string[] =>
  outcome.counterexamples.map(({ scenario, protocol, invariant }, at) => {
    const before = outcome.counterexamples.slice(0, at);
    const twins = before.filter((other) => other.invariant === invariant).length;
    return `${scenario}.${protocol}.${invariant}${twins > 0 ? `.${twins + 1}` : ""}`;
  });

/** The counterexamples of a task as a report keeps them. */
export const tracesOf = (
  material: TaskMaterial,
  keys: readonly string[],
  folder: string,
): RunTrace[] =>
  material.outcome.counterexamples.map((found, at) => ({
    key: keys[at]!,
    ...named(material, found),
    binding: found.binding,
    setUp: found.setUp,
    start: material.accounts[at]?.start ?? { parts: {}, readers: {} },
    moves: found.steps.map(({ move }) => move),
    steps: found.steps.map((step, index) => ({
      ...step,
      changes: material.accounts[at]?.changes[index] ?? [],
    })),
    brokenAt: found.brokenAt,
    repeatsFrom: found.repeatsFrom,
    fact: found.fact,
    mattered: found.mattered,
    prevented: found.prevented,
    derivation: found.derivation,
    pair: found.pair,
    readers: material.accounts[at]?.readers ?? {},
    foundInRun: found.foundInRun,
    shortest: found.shortest,
    foundWith: found.foundWith,
    cause: { id: found.cause.id, steps: found.cause.steps },
    by: found.cause.by && blame(found.cause.by, folder),
    token: found.token,
  }));

const blame = ({ part, transition, place }: Blamed, folder: string): RunBlame => ({
  part,
  transition,
  file: place?.file.replaceAll("\\", "/").replace(`${folder.replaceAll("\\", "/")}/`, ""),
  line: place?.line,
});

const named = (
  material: TaskMaterial,
  { scenario, protocol, invariant }: Counterexample,
): Pick<RunTrace, "scenario" | "protocol" | "invariant" | "expected" | "because"> => {
  const expectation = expectationOf(material, invariant);
  const expected = expectation.expects === "breaks";
  return {
    scenario,
    protocol,
    invariant,
    expected,
    because: "because" in expectation ? expectation.because : undefined,
  };
};
