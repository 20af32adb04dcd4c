import type { TaskMaterial } from "../../report/index.ts";
import {
  chunkAt,
  chunkCount,
  exhaust,
  mergeChunks,
  reasonToStop,
  searchChunk,
  type SearchOutcome,
  type Task,
} from "../../search/index.ts";
import { accountsOf } from "../account.ts";

/** States that are visited at once; where there are more, random runs are made. */
const most = { states: 60_000, bytes: Number.POSITIVE_INFINITY, onlySmall: true };

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
    watch: (standing) => reasonToStop(most, standing),
  });
  return outcome.partial ? undefined : outcome;
};

const sampled = (task: Task, { seed, runs }: Effort): SearchOutcome => {
  const chunks = Array.from({ length: chunkCount(runs) }, (_, index) =>
    searchChunk(task, chunkAt(index, { seed, runs })),
  );
  return mergeChunks(task, chunks, false);
};
