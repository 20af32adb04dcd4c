import { accountOf, accountOfPair } from "../cli/account.ts";
import { mistakeOf } from "../cli/project/blame.ts";
import type { TaskMaterial } from "../report/index.ts";
import { playing, type SearchOutcome, type Task } from "../search/index.ts";

/** How far a search goes. */
export interface Effort {
  readonly seed: number;
  readonly runs: number;
}

/** Searches a task piece by piece; in between, whoever runs the tests has a turn. */
export const play = async (task: Task, effort: Effort): Promise<TaskMaterial> => {
  try {
    const pieces = playing(task, effort);
    for (;;) {
      const { done, value } = pieces.next();
      if (done) return { ...task, outcome: value, accounts: accountsOf(task, value) };
      await new Promise(setImmediate);
    }
  } catch (error) {
    throw mistakeOf(error, task) ?? error;
  }
};

const accountsOf = (task: Task, { counterexamples }: SearchOutcome): TaskMaterial["accounts"] =>
  counterexamples.map(({ steps, pair }) =>
    pair
      ? accountOfPair
      : accountOf(
          task,
          steps.map(({ move }) => move),
        ),
  );
