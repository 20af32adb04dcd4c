import type { Task } from "../src/search/index.ts";
import { PairWorld } from "../src/search/relational/pair-world.ts";
import { searchProduct } from "../src/search/relational/product.ts";
import { questionsOf } from "../src/search/relational/question.ts";
import type { Searched } from "./peers/spin.ts";

/** Visits the pairs of states to which two runs of a task can come that differ in the secret of an invariant. */
export const visitPairs = (
  task: Task,
  invariant: string,
  observer: string,
  most: number,
): Searched => {
  const question = questionsOf(task, invariant).find((each) => each.observer === observer)!;
  const cpu = process.cpuUsage();
  let bytes = 0;
  const { pairs, transitions, apart, unresolved } = searchProduct(
    new PairWorld(question, task.scenario.faults),
    (standing) => {
      ({ bytes } = standing);
      return standing.states > most ? "states" : undefined;
    },
  );
  if (apart || unresolved > 0) throw new Error(`${observer} was to see the same of both runs`);
  const { user, system } = process.cpuUsage(cpu);
  return { states: pairs, transitions, seconds: (user + system) / 1e6, bytes };
};
