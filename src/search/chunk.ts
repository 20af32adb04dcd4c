import * as fc from "fast-check";
import { ignoredIn, type World } from "../world/index.ts";
import { timesIn } from "./covered.ts";
import { exercisedIn, type Exercised } from "./exercise/exercise.ts";
import { RunWatch, type Features } from "./exercise/run-watch.ts";
import type { Guidance } from "./guided/guidance.ts";
import { RarityGuide } from "./guided/guide.ts";
import { worldOf, type Task } from "./task.ts";
import { Random, seedOf } from "./random.ts";
import { recheck } from "./recheck.ts";
import { relateChunk, type PairChunk } from "./relational/relate-chunk.ts";
import { signatureOf } from "./signature.ts";
import { TraceArbitrary } from "./traces.ts";

/** A piece of a search: its number and its runs. Its seed follows from names, never from who runs it. */
export interface Chunk {
  readonly seed: number;
  readonly index: number;
  readonly firstRun: number;
  readonly runs: number;
  /** What earlier chunks of a guided search have learned; left out where runs are left to chance. */
  readonly guidance?: Guidance | undefined;
}

/** The first trace of a chunk that showed a kind of break. */
export interface Suspect {
  readonly signature: string;
  readonly invariant: string;
  readonly run: number;
  readonly moves: readonly string[];
}

/** What a chunk found; plain data that can travel between threads. */
export interface ChunkResult {
  readonly index: number;
  readonly runs: number;
  readonly guided: boolean;
  readonly moves: number;
  readonly tested: Readonly<Record<string, number>>;
  /** Per `possible` invariant, a trace that shows it. */
  readonly witnesses: Readonly<Record<string, readonly string[]>>;
  readonly suspects: readonly Suspect[];
  /** What pairs of runs came to. */
  readonly pairs: readonly PairChunk[];
  readonly unsettled: number;
  readonly blocked: number;
  readonly ignored: readonly string[];
  readonly facts: readonly string[];
  /** How often its runs came to what the parts declare. */
  readonly covered: Float64Array;
  readonly exercised: ChunkExercise;
  /** What its runs have taught, in a guided search. */
  readonly learned?: Guidance | undefined;
}

/** What the runs of a chunk exercised, and what they were like. */
interface ChunkExercise extends Exercised {
  readonly moves: Readonly<Record<string, number>>;
  /** Fingerprints of states that were looked at, and of runs, in order. */
  readonly states: Float64Array;
  readonly runs: Float64Array;
  readonly features: Features;
}

/** Runs one chunk of random traces under fast-check. Synchronous; the same for the same task and chunk. */
export const searchChunk = (
  task: Task,
  chunk: Chunk,
  world: World = worldOf(task),
): ChunkResult => {
  const { scenario, scenarioName, protocol } = task;
  const suspects = new Map<string, Suspect>();
  const witnesses: Record<string, readonly string[]> = {};
  const before = world.evidence.tested.slice();
  const blockedBefore = world.blocked;
  const ids = world.bank.invariants.map(({ id }) => id);
  let run = chunk.firstRun;
  let moves = 0;
  let unsettled = 0;
  world.evidence.witnessed.fill(0);
  world.coverage.clear();
  const guide = chunk.guidance && new RarityGuide(world, chunk.guidance);
  const watch = new RunWatch(world);
  const traces = new TraceArbitrary(world, scenario.bound.moves, undefined, { guide, watch });
  const look = fc.property(traces, (trace) => {
    moves += trace.length;
    if (!trace.settled) unsettled++;
    for (const { instance } of trace.suspicions) {
      const signature = signatureOf(world, instance);
      if (suspects.has(signature)) continue;
      const invariant = ids[world.bank.instances[instance]!.invariant]!;
      suspects.set(signature, { signature, invariant, run, moves: trace.moves });
    }
    world.evidence.witnessed.forEach((seen, index) => {
      if (seen === 1) witnesses[ids[index]!] ??= trace.moves;
    });
    run++;
    return true;
  });
  fc.assert(look, {
    numRuns: chunk.runs,
    seed: seedOf(chunk.seed, scenarioName, protocol.name, chunk.index),
    endOnFailure: true,
  });
  const learned = guide?.learned;
  recheck(world, new Random(seedOf(chunk.seed, "recheck", chunk.index)));
  // Pairs of runs are made in the same world.
  const alone = coverageOf(world, watch);
  return {
    index: chunk.index,
    runs: chunk.runs,
    guided: guide !== undefined,
    moves,
    tested: Object.fromEntries(
      ids.map((id, index) => [id, world.evidence.tested[index]! - before[index]!]),
    ),
    ...alone,
    witnesses,
    suspects: [...suspects.values()],
    pairs: relateChunk(task, chunk, world),
    unsettled,
    blocked: world.blocked - blockedBefore,
    facts: [...new Set(world.programs.facts.map(({ type }) => type))].toSorted(),
    learned,
  };
};

/** What the runs of a chunk came to, so far. */
const coverageOf = (
  world: World,
  { moves, states, runs, features }: RunWatch,
): Pick<ChunkResult, "ignored" | "covered" | "exercised"> => ({
  ignored: ignoredIn(world).map(([name]) => name),
  covered: timesIn(world),
  exercised: { ...exercisedIn(world), moves: moves.told, states, runs, features },
});
