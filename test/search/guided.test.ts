import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { own } from "../../bench/guided/own.ts";
import { seek } from "../../bench/guided/race.ts";
import { learned, unguided, type Guidance } from "../../src/search/guided/guidance.ts";
import { RarityGuide } from "../../src/search/guided/guide.ts";
import {
  decodeToken,
  mergeChunks,
  replayLive,
  replayTrace,
  searchChunk,
  TraceArbitrary,
  worldOf,
  type Chunk,
  type ChunkResult,
  type Task,
} from "../../src/search/index.ts";
import { Random } from "../../src/search/random.ts";
import { Walker } from "../../src/search/walk.ts";
import { share } from "../share.ts";
import { breaking, lettersTask } from "./faulty-letters.ts";
import { eachTask, seedsFrom } from "./random-protocol.ts";

const chunkOf = (index: number, guidance: Guidance, runs = 50): Chunk => ({
  seed: 1,
  index,
  firstRun: index * runs + 1,
  runs,
  guidance,
});

/** A guided search in two rounds of two chunks. */
const searched = (task: Task, world = worldOf(task), runs = 50): ChunkResult[] => {
  const round = (first: number, guidance: Guidance): ChunkResult[] =>
    [first, first + 1].map((index) => searchChunk(task, chunkOf(index, guidance, runs), world));
  const first = round(0, unguided);
  const taught = learned(
    unguided,
    first.map((chunk) => chunk.learned!),
  );
  expect(taught.kept.length).toBeGreaterThan(0);
  return [...first, ...round(2, taught)];
};

describe("the same seed leads a guided search to the same result", () => {
  const task = lettersTask();
  const chunks = searched(task);

  test("in a world in which other things came up before", () => {
    const used = worldOf(task);
    searchChunk(task, { seed: 7, index: 9, firstRun: 1, runs: 200 }, used);
    expect(searched(task, used)).toEqual(chunks);
  });

  test("in such a world of any protocol", () => {
    let signs = 0;
    eachTask(seedsFrom(1001, share(18)), (one) => {
      const used = worldOf(one);
      searchChunk(one, { seed: 7, index: 9, firstRun: 1, runs: 5 }, used);
      const [left, right] = [worldOf(one), used].map(
        (world) => searchChunk(one, chunkOf(0, unguided, 20), world).learned,
      );
      expect(left).toEqual(right);
      signs += left!.walks.length / 2;
    });
    expect(signs).toBeGreaterThan(share(1000));
  });

  test("whoever did the chunks of a round", () => {
    const taught = chunks.slice(0, 2).map((chunk) => chunk.learned!);
    const guidance = learned(unguided, taught);
    expect(searchChunk(task, chunkOf(3, guidance))).toEqual(chunks[3]);
    expect(searchChunk(task, chunkOf(2, structuredClone(guidance)))).toEqual(chunks[2]);
  });

  test("and another one to another", () => {
    const other = searchChunk(task, { ...chunkOf(0, unguided), seed: 2 });
    expect(other.learned).not.toEqual(chunks[0]!.learned);
  });
});

describe("what guidance is made of", () => {
  const trace = (sign: number, ...moves: string[]) => ({
    sign,
    moves,
    intentsOff: new Uint8Array(),
    kindsOff: new Uint8Array(),
  });
  const taught = (pairs: readonly number[], ...kept: ReturnType<typeof trace>[]): Guidance => ({
    walks: Uint32Array.from(pairs),
    kept,
  });

  test("walks add up, the shortest trace to a sign is kept, and rare signs come first", () => {
    const before = taught([5, 3, 9, 1], trace(5, "a", "b"), trace(9, "c"));
    const after = learned(before, [taught([5, 1], trace(5, "d")), taught([7, 1], trace(7, "e"))]);
    expect([...after.walks]).toEqual([5, 4, 7, 1, 9, 1]);
    expect(after.kept.map(({ sign, moves }) => [sign, ...moves])).toEqual([
      [7, "e"],
      [9, "c"],
      [5, "d"],
    ]);
  });

  test("of two chunks that know as short a way, the first one is heard", () => {
    const chunks = [taught([], trace(1, "first")), taught([], trace(1, "second"))];
    expect(learned(unguided, chunks).kept[0]!.moves).toEqual(["first"]);
  });
});

test("it finds every seeded bug, and nothing else; each replays live from its token", () => {
  const task = lettersTask();
  const { counterexamples } = mergeChunks(task, searched(task, worldOf(task), 250), false);
  expect(counterexamples.map(({ invariant }) => invariant)).toEqual(breaking.toSorted());
  for (const { invariant, token } of counterexamples) {
    const { broken } = replayTrace(task, decodeToken(token));
    expect(broken.map((one) => one.invariant)).toContain(invariant);
  }
});

describe("random protocols, searched with guidance", () => {
  test("what it finds, live actors confirm", () => {
    let found = 0;
    eachTask(seedsFrom(1005, share(9)), (task) => {
      // That live actors deny it would end this.
      found += mergeChunks(task, searched(task, worldOf(task), 10), false).counterexamples.length;
    });
    expect(found).toBeGreaterThan(share(15));
  });

  test("walks that begin with kept, changed and joined traces are walks like any other", () => {
    const met = { walks: 0, led: 0, moves: 0 };
    eachTask(seedsFrom(2001, share(12)), (task) => {
      const world = worldOf(task);
      const taught = searched(task, world)[1]!.learned!;
      const guide = new RarityGuide(world, taught);
      const traces = new TraceArbitrary(world, task.scenario.bound.moves, undefined, { guide });
      const begin = guide.begins.bind(guide);
      guide.begins = (random, swarm) => {
        const lead = begin(random, swarm);
        if (lead && lead.count > 0) met.led++;
        return lead;
      };
      for (const { moves } of fc.sample(traces, { seed: 3, numRuns: 5 })) {
        // Live actors refuse a move that is not possible.
        expect(replayLive(task, moves).steps).toHaveLength(moves.length);
        met.walks++;
        met.moves += moves.length;
      }
    });
    expect(met.led).toBeGreaterThan(met.walks / 3);
    expect(met.moves).toBeGreaterThan(5 * met.walks);
  });

  test("no walk goes on for longer than it may, however it begins", () => {
    const world = worldOf(lettersTask());
    const guide = new RarityGuide(world, searched(lettersTask(), world)[1]!.learned!);
    const walker = new Walker(world, { guide });
    const most = 3;
    let longer = 0;
    const begin = guide.begins.bind(guide);
    guide.begins = (random, swarm) => {
      const lead = begin(random, swarm);
      if (lead && lead.count > most) longer++;
      return lead;
    };
    for (let seed = 0; seed < 100; seed++) {
      walker.walk(new Random(seed), most);
      expect(walker.freely).toBeLessThanOrEqual(most);
    }
    expect(longer).toBeGreaterThan(10);
  });
});

test("four right presses in a row out of eight are found in fewer steps than by chance", () => {
  const bug = { kind: "its own", name: "code", task: own["code"]!, invariant: "O.a" } as const;
  const world = worldOf(bug.task);
  const steps = (guided: boolean): number[] =>
    [1, 2, 3, 4, 5, 6, 7]
      .map((seed) => seek(bug, world, { seed, guided, most: 40_000 }).steps)
      .toSorted((left, right) => left - right);
  expect(steps(true)[3]! * 1.5).toBeLessThan(steps(false)[3]!);
});
