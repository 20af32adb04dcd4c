import type { Invariant } from "../promise/index.ts";
import type { World } from "../world/index.ts";
import { causeOf } from "./cause.ts";
import { confirm, Disagreement, replayLive } from "./confirm.ts";
import type { Counterexample, Shortest } from "./result.ts";
import { confirmLasso } from "./lasso.ts";
import { invariantsOf, type Task } from "./task.ts";
import { encodeToken } from "./token.ts";

/** A break that search proposes: which monitor complained, at the last of these moves or once they have come to rest. */
export interface Proposed {
  readonly moves: readonly string[];
  readonly instance: number;
  /** At the last move; once nothing more happens; or never, since the moves from `repeatsFrom` on can repeat for ever. */
  readonly at: "last" | "end" | "for ever";
  /** From 1. */
  readonly repeatsFrom?: number;
  readonly shortest: Shortest;
}

/** What the live judge confirms of a break; that it denies it is a {@link Disagreement}. */
export const confirmedBreak = (
  task: Task,
  { bank }: World,
  { moves, instance, at, repeatsFrom, shortest }: Proposed,
): Counterexample => {
  const { binding, invariant: index } = bank.instances[instance]!;
  const invariant = bank.invariants[index]!.id;
  const confirmed =
    repeatsFrom === undefined
      ? confirm(task, moves, invariant, binding, at === "end")
      : confirmLasso(task, moves, repeatsFrom, invariantNamed(task, invariant), binding);
  if (!confirmed)
    throw new Disagreement(
      `tables say that ${invariant} breaks for ${JSON.stringify(binding)}, live actors do not`,
      moves,
      replayLive(task, moves).steps.map(({ move, facts }) => `${move}  ${JSON.stringify(facts)}`),
    );
  const { scenarioName: scenario, protocol } = task;
  return {
    scenario,
    protocol: protocol.name,
    invariant,
    setUp: task.scenario.setUp,
    foundWith: moves.length,
    foundInRun: 0,
    shortest,
    repeatsFrom,
    prevented: undefined,
    ...confirmed,
    pair: undefined,
    ...causeOf(task, { invariant, ...confirmed }),
    token: encodeToken({ scenario, protocol: protocol.name, invariant, moves, repeatsFrom }),
  };
};

const invariantNamed = ({ promises }: Task, name: string): Invariant =>
  invariantsOf(promises).find(({ id }) => id === name)!;
