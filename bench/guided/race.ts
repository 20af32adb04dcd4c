import { chunkRuns } from "../../src/search/effort.ts";
import { RarityGuide } from "../../src/search/guided/guide.ts";
import { Rounds } from "../../src/search/guided/rounds.ts";
import { Random, seedOf } from "../../src/search/random.ts";
import { Walker } from "../../src/search/walk.ts";
import type { World } from "../../src/world/index.ts";
import type { Bug } from "./bugs.ts";

/** How long a search went on. */
export interface Sought {
  /** Steps up to the one that breaks; infinite, if there was none within the limit. */
  readonly steps: number;
  /** All steps that were made, and what they took. */
  readonly made: number;
  readonly seconds: number;
}

/** Searches in chunks and rounds, as one thread of a run does, until an invariant breaks. */
export const seek = (
  { task, invariant }: Bug,
  world: World,
  { seed, guided, most }: { seed: number; guided: boolean; most: number },
): Sought => {
  const rounds = guided ? new Rounds() : undefined;
  const began = process.cpuUsage();
  const seconds = (): number => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  };
  let made = 0;
  for (let index = 0; ; index++) {
    const guide = rounds && new RarityGuide(world, rounds.guidance);
    const walker = new Walker(world, { guide });
    for (let run = 0; run < chunkRuns; run++) {
      walker.walk(new Random(seedOf("race", seed, index, run)), task.scenario.bound.moves);
      const at = brokenAt(walker, invariant);
      if (at >= 0) return { steps: made + at, made: made + walker.moves.count, seconds: seconds() };
      made += walker.moves.count;
      if (made >= most) return { steps: Number.POSITIVE_INFINITY, made, seconds: seconds() };
    }
    rounds?.put({ index, learned: guide?.learned });
  }
};

/** Moves of a walk up to the one that breaks an invariant; -1 if none does. */
const brokenAt = ({ world: { bank }, suspicions, moves }: Walker, invariant: string): number => {
  const found = suspicions.find(
    ({ instance }) => bank.invariants[bank.instances[instance]!.invariant]!.id === invariant,
  );
  if (!found) return -1;
  return found.at < 0 ? moves.count : found.at + 1;
};
