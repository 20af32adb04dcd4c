import { describe, expect, test } from "vitest";
import {
  mergeChunks,
  searchChunk,
  worldOf,
  type Chunk,
  type ChunkResult,
  type Task,
} from "../../src/search/index.ts";
import { moveKindNames } from "../../src/world/index.ts";
import { drawing } from "../machine/draw.ts";
import { breaking, lettersTask } from "./faulty-letters.ts";

const runs = 250;
const chunkOf = (index: number, seed = 1): Chunk => ({
  seed,
  index,
  firstRun: index * runs + 1,
  runs,
});
const chunks = [0, 1, 2, 3].map((index) => chunkOf(index));

const task = lettersTask();
const outcome = mergeChunks(
  task,
  chunks.map((chunk) => searchChunk(task, chunk)),
  false,
);

describe("search", () => {
  test("finds every seeded bug, and nothing else", () => {
    const found = outcome.counterexamples.map(({ invariant }) => invariant);
    expect(found).toEqual(breaking.toSorted());
    expect(outcome.witnessed).toEqual(["showing"]);
  });

  test.for<[invariant: string, most: number, last: RegExp]>([
    ["private", 3, /^bob\.reader user\.show$/],
    ["arrives", 2, /^(?:drop|crash after)/],
    ["erasedSoon", 3, /^(?:time|delay) \+10$/],
    ["keptLong", 5, /^timer bob\.reader holding\.10$/],
    ["readOnce", 6, /^(?:deliver|duplicate|reorder) post/],
  ])(
    "tells of %s in at most %i moves, down to the one that breaks it",
    ([invariant, most, last]) => {
      const { steps } = outcome.counterexamples.find((one) => one.invariant === invariant)!;
      expect(steps.length).toBeLessThanOrEqual(most);
      expect(steps.at(-1)!.move).toMatch(last);
    },
  );

  test("tells of a crash in the move that it cut short", () => {
    const { steps, brokenAt } = outcome.counterexamples.find(
      ({ invariant }) => invariant === "noted",
    )!;
    expect(steps[0]!.move).toMatch(/^crash after [12] of: ana\.writer user\.write$/);
    expect(brokenAt).toBe("end");
  });

  test("counts what it did", () => {
    expect(outcome.runs).toBe(4 * runs);
    expect(outcome.moves).toBeGreaterThan(4 * runs);
    for (const invariant of [...breaking, "showing"])
      expect(outcome.tested[invariant], invariant).toBeGreaterThan(100);
    expect(outcome.tested["losingTheNinth"]).toBe(0);
    expect(outcome.unsettled).toBe(0);
    expect(outcome.partial).toBe(false);
    for (const fact of ["wrote", "read", "dropped", "interrupted", "disclosed"])
      expect(outcome.facts).toContain(fact);
  });

  test("says who learned what, how, and when", () => {
    const { derivation, fact, brokenAt, binding } = outcome.counterexamples.find(
      ({ invariant }) => invariant === "private",
    )!;
    expect(fact).toMatchObject({ type: "learned", by: "cyd", message: "letter 1 of ana" });
    expect(derivation).toMatchObject({ how: "observed", at: 3, term: "letter 1 of ana" });
    expect(brokenAt).toBe(3);
    expect(binding).toEqual({ message: "letter 1 of ana" });
  });
});

/** What came of a chunk, but for facts that only the world it ran in had seen before. */
const essence = (result: ChunkResult) => ({ ...result, facts: [] });

describe("the same seed leads to the same result", () => {
  test("in a new world, and in one that has been used before", () => {
    const used = worldOf(task);
    searchChunk(task, chunkOf(9, 77), used);
    for (const chunk of chunks) {
      const first = searchChunk(task, chunk);
      expect(searchChunk(task, chunk)).toEqual(first);
      expect(essence(searchChunk(task, chunk, used))).toEqual(essence(first));
    }
  });

  test("and another seed to another", () => {
    const [one, other] = [1, 2].map((seed) => essence(searchChunk(task, chunkOf(0, seed))));
    expect(one).not.toEqual(other);
  });

  test("whoever runs the chunks, and in whatever order they are handed in", () => {
    const byOne = worldOf(task);
    const sequential = chunks.map((chunk) => searchChunk(task, chunk, byOne));
    const byMany = chunks.toReversed().map((chunk) => searchChunk(task, chunk));
    expect(mergeChunks(task, sequential, false)).toEqual(outcome);
    expect(mergeChunks(task, byMany, false)).toEqual(outcome);
    for (const seed of [1, 2, 3]) {
      const draw = drawing(seed);
      const shuffled = sequential
        .map((result) => ({ result, rank: draw(1000) }))
        .toSorted((left, right) => left.rank - right.rank)
        .map(({ result }) => result);
      expect(mergeChunks(task, shuffled, false)).toEqual(outcome);
    }
  });

  test("many small chunks cover what few large ones do", () => {
    const small = Array.from({ length: 20 }, (_, index) =>
      searchChunk(task, { seed: 1, index, firstRun: index * 50 + 1, runs: 50 }),
    );
    const merged = mergeChunks(task, small, false);
    expect(merged.runs).toBe(outcome.runs);
    expect(merged.counterexamples.map(({ invariant }) => invariant)).toEqual(
      outcome.counterexamples.map(({ invariant }) => invariant),
    );
  });

  test("results travel between threads as plain data", () => {
    for (const result of chunks.map((chunk) => searchChunk(task, chunk)))
      expect(structuredClone(result)).toEqual(result);
    expect(JSON.parse(JSON.stringify(outcome.counterexamples))).toMatchObject(
      outcome.counterexamples.map(({ token, binding }) => ({ token, binding })),
    );
  });
});

/** How often each kind of move was made in so many walks; crashes inside a step count apart. */
const histogram = (searched: Task, walks: number): Map<string, number> => {
  const counts = new Map<string, number>();
  const world = worldOf(searched);
  const made: string[] = [];
  const apply = world.apply.bind(world);
  world.apply = (kind, a, b, outputs) => {
    const done = apply(kind, a, b, outputs);
    if (done) made.push(outputs < 0 ? moveKindNames[kind]! : "crash inside");
    return done;
  };
  searchChunk(searched, { seed: 3, index: 0, firstRun: 1, runs: walks }, world);
  for (const kind of made) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
};

test("a few hundred walks reach moves of every kind, none of them rarely", () => {
  const counts = histogram(task, 400);
  const unattacked = moveKindNames.slice(0, moveKindNames.indexOf("suppress"));
  for (const kind of [...unattacked, "crash inside"])
    expect(counts.get(kind), kind).toBeGreaterThan(40);
});

test("what passes over in silence, and what has no room, is reported", () => {
  const cramped = lettersTask({}, { capacity: 1 });
  const result = searchChunk(cramped, chunkOf(0));
  expect(result.blocked).toBeGreaterThan(0);
  expect(searchChunk(task, chunkOf(0)).ignored).toEqual([]);
});

describe("a set-up", () => {
  const write = "ana.writer user.write";
  const setUp = [write, write, "deliver post"];

  test("is where every trace begins, and counts towards nothing", () => {
    const world = worldOf(lettersTask({ setUp, bound: { ...task.scenario.bound, letters: 1 } }));
    expect(world.offers.names()).toContain(write);
    expect(world.offers.names()).toContain("deliver post");
    expect(world.offers.names()).toContain("delay +10");
  });

  test("that is not possible is a mistake that says what is", () => {
    expect(() => worldOf(lettersTask({ setUp: ["deliver post"] }))).toThrow(
      /wants "deliver post".*possible there: ana\.writer user\.write/s,
    );
  });

  test("is told with every counterexample, before its first step", () => {
    const prepared = lettersTask({ setUp });
    const { counterexamples } = mergeChunks(prepared, [searchChunk(prepared, chunkOf(0))], true);
    expect(counterexamples.length).toBeGreaterThan(3);
    for (const counterexample of counterexamples) expect(counterexample.setUp).toEqual(setUp);
    const steps = counterexamples.find(({ invariant }) => invariant === "private")!.steps;
    expect(steps.map(({ move }) => move)).toEqual(["bob.reader user.show"]);
  });
});
