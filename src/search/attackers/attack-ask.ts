import { openingOnly, restricted } from "../../world/index.ts";
import { exhaust, type Standing } from "../exhaustive/exhaust.ts";
import { askedFor, type Goal } from "./goals.ts";
import type { Counterexample, Stopped } from "../result.ts";
import { attackedBy, compositionOf, type Task } from "../task.ts";

/** What is searched of a task: an adversary with some capabilities, some grants and opt-ins, and what may come of it. */
export interface AttackAsk {
  /** By name; nobody, if left out. */
  readonly adversary: string | undefined;
  /** The names of capabilities, grants and opt-ins; the task's others are left out. */
  readonly elements: readonly string[];
  readonly goals: readonly Goal[];
}

/** Which goals came about, by their ids, each by a shortest story; and whether every state was visited. Plain data. */
export interface Visited {
  readonly came: readonly (readonly [string, Counterexample])[];
  readonly complete: boolean;
}

/** Visits every state in which a task can be with these elements alone. */
export const visited = (
  task: Task,
  ask: AttackAsk,
  watch: (standing: Standing) => Stopped | undefined,
): Visited => {
  const { counterexamples, exhaustion } = exhaust(askedTask(task, ask), {
    together: false,
    symmetry: true,
    // What has come about needs no more states.
    watch: (standing) => (standing.broken === ask.goals.length ? "states" : watch(standing)),
  });
  const came = new Map<string, Counterexample>();
  for (const found of counterexamples) {
    const known = came.get(found.invariant);
    if (!known || found.steps.length < known.steps.length) came.set(found.invariant, found);
  }
  return { came: [...came], complete: exhaustion?.stopped === undefined };
};

const askedTask = (task: Task, { adversary, elements, goals }: AttackAsk): Task => {
  const { scenario, protocol } = task;
  const mayDo = openingOnly(compositionOf(task), scenario.mayDo, elements);
  const open = askedFor({ ...task, scenario: { ...scenario, mayDo } }, goals);
  if (adversary === undefined) return open;
  const weaker: Task["protocol"] = {
    ...protocol,
    compose: (cast) => {
      const composition = protocol.compose(cast);
      return {
        ...composition,
        adversaries: composition.adversaries.map((each) =>
          each.name === adversary ? restricted(each, elements) : each,
        ),
      };
    },
  };
  return attackedBy({ ...open, protocol: weaker }, adversary);
};
