import type { TaskMaterial } from "../../report/index.ts";
import {
  exhaust,
  mergeChunks,
  searchChunk,
  type SearchOutcome,
  type Task,
} from "../../search/index.ts";
import { accountsOf } from "../account.ts";
import { chunkRuns } from "../schedule.ts";

/** States that are visited at once; where there are more, random runs are made. */
const fewStates = 60_000;

/** How far a task is searched. */
export interface Effort {
  readonly seed: number;
  readonly runs: number;
}

/** Searches a task as quickly as it can be done. */
export const searched = (task: Task, effort: Effort): TaskMaterial => {
  const outcome = visited(task) ?? sampled(task, effort);
  return { ...task, outcome, accounts: accountsOf(task, outcome) };
};

/** Every state, where they are few. */
const visited = (task: Task): SearchOutcome | undefined => {
  if (task.scenario.onlySampled !== undefined) return undefined;
  const outcome = exhaust(task, {
    together: true,
    watch: ({ states, predicted = 2 * states }) =>
      states >= fewStates || (states > fewStates / 4 && predicted > fewStates)
        ? "states"
        : undefined,
  });
  return outcome.partial ? undefined : outcome;
};

const sampled = (task: Task, { seed, runs }: Effort): SearchOutcome => {
  const chunks = Array.from({ length: Math.ceil(runs / chunkRuns) }, (_, index) => {
    const firstRun = index * chunkRuns + 1;
    const rest = Math.min(chunkRuns, runs - firstRun + 1);
    return searchChunk(task, { seed, index, firstRun, runs: rest });
  });
  return mergeChunks(task, chunks, false);
};
