import * as fc from "fast-check";
import type { World } from "../world/index.ts";
import { marksOf } from "./covered.ts";
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
  /** What its runs came to, of all that the parts declare. */
  readonly covered: Uint8Array;
  /** What its runs have taught, in a guided search. */
  readonly learned?: Guidance | undefined;
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
  world.ignored.clear();
  world.coverage.clear();
  const guide = chunk.guidance && new RarityGuide(world, chunk.guidance);
  const traces = new TraceArbitrary(world, scenario.bound.moves, undefined, guide);
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
  return {
    index: chunk.index,
    runs: chunk.runs,
    guided: guide !== undefined,
    moves,
    tested: Object.fromEntries(
      ids.map((id, index) => [id, world.evidence.tested[index]! - before[index]!]),
    ),
    witnesses,
    suspects: [...suspects.values()],
    pairs: relateChunk(task, chunk, world),
    unsettled,
    blocked: world.blocked - blockedBefore,
    ignored: world.ignored.told.map(([name]) => name),
    facts: [...new Set(world.programs.facts.map(({ type }) => type))].toSorted(),
    covered: marksOf(world),
    learned,
  };
};
