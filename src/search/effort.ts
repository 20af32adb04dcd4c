import type { Chunk } from "./chunk.ts";
import type { Guidance } from "./guided/guidance.ts";
import type { Standing } from "./exhaustive/exhaust.ts";
import type { Stopped } from "./result.ts";

/** Random runs of each task that is not visited completely, and the seed of them all, where nobody says otherwise. */
export const usual = { seed: 1, runs: 20_000 };

/**
 * So many states are visited at once, in less time than the random runs take; where these are all, every verdict on
 * the task says so, and there is nothing left to sample.
 */
export const fewStates = 150_000;

/** Where an exhaustive search ends although it is not done. */
export interface Most {
  readonly states: number;
  readonly bytes: number;
  /** Whether to end at once when it becomes clear that it will come to more states. */
  readonly onlySmall: boolean;
}

/** Why a search that is so far should stop, if it should. */
export const reasonToStop = (
  { states: most, bytes, onlySmall }: Most,
  standing: Standing,
): Stopped | undefined => {
  if (standing.states >= most) return "states";
  if (standing.bytes >= bytes) return "memory";
  const { states, predicted = 2 * states } = standing;
  return onlySmall && states > most / 4 && predicted > most ? "states" : undefined;
};

/** Runs in one piece of work. It shapes the seeds, so it is the same for everybody. */
export const chunkRuns = 500;

/** Pieces that so many runs are made in. */
export const chunkCount = (runs: number): number => Math.ceil(runs / chunkRuns);

/** One of these pieces, counted from 0; `guidance` is for a guided search. */
export const chunkAt = (
  index: number,
  { seed, runs }: { seed: number; runs: number },
  guidance?: Guidance,
): Chunk => {
  const firstRun = index * chunkRuns + 1;
  return { seed, index, firstRun, runs: Math.min(chunkRuns, runs - firstRun + 1), guidance };
};
