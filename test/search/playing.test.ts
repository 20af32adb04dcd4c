import { describe, expect, test } from "vitest";
import { chunkAt, chunkCount, chunkRuns } from "../../src/search/effort.ts";
import { Rounds } from "../../src/search/guided/rounds.ts";
import { exhaust, mergeChunks, playing, searchChunk, type Task } from "../../src/search/index.ts";
import { lettersTask } from "./faulty-letters.ts";

const letters = lettersTask({ faults: { drop: 1 } });
const calm: Task = {
  ...letters,
  scenario: { ...letters.scenario, bound: { ...letters.scenario.bound, letters: 1 } },
};
const sampled: Task = {
  ...calm,
  scenario: { ...calm.scenario, onlySampled: "to draw random runs" },
};

const played = (task: Task, runs: number) => {
  const pieces = playing(task, { seed: 3, runs });
  for (let turns = 0; ; turns++) {
    const { done, value } = pieces.next();
    if (done) return { outcome: value, turns };
  }
};

describe("a task played on one thread", () => {
  test("is visited completely where its states are few", () => {
    const visited = exhaust(calm, { together: true, watch: () => undefined });
    expect(visited.counterexamples.length).toBeGreaterThan(0);
    expect(played(calm, 10)).toEqual({ outcome: visited, turns: 0 });
  });

  test("is sampled otherwise, piece by piece, and comes to what the pieces come to", () => {
    const runs = chunkRuns + 20;
    // Too large to be visited, and so worth guiding.
    const rounds = new Rounds();
    const chunks = [0, 1].map((index) => {
      const chunk = searchChunk(sampled, chunkAt(index, { seed: 3, runs }, rounds.guidance));
      rounds.put(chunk);
      return chunk;
    });
    expect(chunks.map((chunk) => chunk.runs)).toEqual([chunkRuns, 20]);
    expect(chunkCount(runs)).toBe(2);
    const merged = mergeChunks(sampled, chunks, false);
    expect(played(sampled, runs)).toEqual({ outcome: merged, turns: 2 });
  });
});
