import { searchChunk, type ChunkResult } from "./chunk.ts";
import { chunkAt, chunkCount, fewStates, reasonToStop } from "./effort.ts";
import { exhaust } from "./exhaustive/exhaust.ts";
import { Rounds } from "./guided/rounds.ts";
import { isWorthGuiding } from "./guided/worth.ts";
import { mergeChunks } from "./merge.ts";
import type { SearchOutcome } from "./result.ts";
import { worldOf, type Task } from "./task.ts";

/**
 * Searches a task on this thread as the command line does on several: visits every state where there are few, and makes
 * random runs otherwise. It yields after each piece of work, so that whoever waits can do something else or give up.
 */
export function* playing(
  task: Task,
  effort: { readonly seed: number; readonly runs: number },
): Generator<undefined, SearchOutcome> {
  if (task.scenario.onlySampled === undefined) {
    const most = { states: fewStates, bytes: Number.POSITIVE_INFINITY, onlySmall: true };
    const visited = exhaust(task, {
      together: true,
      watch: (standing) => reasonToStop(most, standing),
    });
    if (!visited.partial) return visited;
    yield;
  }
  const world = worldOf(task);
  const chunks: ChunkResult[] = [];
  const rounds = isWorthGuiding(task) ? new Rounds() : undefined;
  for (let index = 0; index < chunkCount(effort.runs); index++) {
    const result = searchChunk(task, chunkAt(index, effort, rounds?.guidance), world);
    rounds?.put(result);
    chunks.push(result);
    yield;
  }
  return mergeChunks(task, chunks, false);
}
