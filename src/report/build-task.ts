import type { Invariant } from "../promise/index.ts";
import { keysOf } from "./build-traces.ts";
import { expectationOf } from "./expectation-of.ts";
import type { TaskMaterial } from "./material.ts";
import type { RunTask, TaskInvariant } from "./run.ts";
import { metBy, verdictOf } from "./verdict.ts";

/** The outcome of a task, with each expectation met or not. */
export const taskOf = (
  material: TaskMaterial,
  invariants: ReadonlyMap<string, Invariant>,
  about: ReadonlySet<string>,
): RunTask => {
  const { scenario, scenarioName, protocol, outcome } = material;
  const { runs, guided, moves, partial, exhaustion, exercise } = outcome;
  const { unsettled, blocked, ignored, facts, lacks } = outcome;
  const { moves: most, ...limits } = scenario.bound;
  const judged = Object.keys(outcome.tested)
    .toSorted()
    .map((id) => judge(material, invariants.get(id)!, about));
  return {
    scenario: scenarioName,
    says: scenario.says,
    protocol: protocol.name,
    status: runs === 0 && !exhaustion ? "skipped" : statusOf(judged),
    runs,
    guided,
    moves,
    partial,
    exhaustion,
    relations: outcome.relations,
    bounds: {
      moves: exhaustion ? undefined : most,
      limits,
      faults: { ...scenario.faults },
      oneKindOfFault: exhaustion?.passes.every((pass) => kindsOf(pass.faults) < 2) ?? false,
      sliced: exhaustion?.passes.some(({ still }) => still.length > 0) ?? false,
    },
    invariants: judged,
    unsettled,
    blocked,
    ignored,
    facts,
    lacks,
    exercise: { moves: exercise.moves, curve: exercise.curve, runs: exercise.runs },
  };
};

const kindsOf = (faults: Readonly<Record<string, number>>): number => Object.keys(faults).length;

const statusOf = (invariants: readonly TaskInvariant[]): RunTask["status"] => {
  if (invariants.some(({ met }) => met === "unexpected")) return "failed";
  return invariants.some(({ met }) => met === "insufficient") ? "insufficient" : "passed";
};

const judge = (
  material: TaskMaterial,
  { id, pattern }: Invariant,
  about: ReadonlySet<string>,
): TaskInvariant => {
  const { outcome } = material;
  const expectation = expectationOf(material, id);
  const relation = outcome.relations.find(({ invariant }) => invariant === id);
  const evidence = {
    broken: outcome.counterexamples.some(({ invariant }) => invariant === id),
    tested: outcome.tested[id] ?? 0,
    witnessed: pattern === "possible" ? outcome.witnessed.includes(id) : undefined,
    expected: expectation.expects,
    partial: outcome.partial || (outcome.exhaustion?.unsliced.includes(id) ?? false),
    exhaustive: relation?.exhaustive ?? outcome.exhaustion !== undefined,
    unresolved: (relation?.unresolved ?? 0) > 0,
  };
  const keys = keysOf(material);
  return {
    id,
    verdict: verdictOf(evidence),
    tested: evidence.tested,
    expected: expectation.expects,
    because: "because" in expectation ? expectation.because : undefined,
    met: metBy(evidence, about.has(id)),
    about: about.has(id),
    traces: keys.filter((_, at) => outcome.counterexamples[at]!.invariant === id),
  };
};
