import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fairCycle } from "../../../src/search/exhaustive/fair-cycle.ts";
import { firstOnFairRun, roundOf, wrongsOf, type Round } from "./fair-cycle-checker.ts";
import { drawings, packed, type Drawing } from "./random-graph.ts";

/** The entry and the targets of the loop that is found; undefined if none is. */
const found = (drawing: Drawing): readonly number[] | undefined => {
  const { graph, region } = packed(drawing);
  const cycle = fairCycle(graph, region);
  return cycle && [cycle.entry, ...cycle.legs.map(({ edge }) => graph.targets[edge]!)];
};

const nobody = -1;
const [post, timer] = [0, 1];

test.for<[what: string, drawing: Drawing, loop: readonly number[] | undefined]>([
  ["a state where nothing happens is no loop", { count: 1, edges: [], agentCount: 0 }, undefined],
  ["a self-loop is one", { count: 1, edges: [[0, 0, nobody]], agentCount: 0 }, [0, 0]],
  [
    "somebody may talk for ever while the post waits, but that is not fair",
    {
      count: 2,
      edges: [
        [0, 0, nobody],
        [0, 1, post],
      ],
      agentCount: 1,
    },
    undefined,
  ],
  [
    "it is where the post has nothing to deliver for a moment",
    {
      count: 3,
      edges: [
        [0, 1, nobody],
        [1, 0, nobody],
        [0, 2, post],
      ],
      agentCount: 1,
    },
    [0, 1, 0],
  ],
  [
    "it is where the post delivers again and again, to no avail",
    {
      count: 3,
      edges: [
        [0, 0, nobody],
        [0, 1, post],
        [1, 0, nobody],
        [1, 2, post],
      ],
      agentCount: 1,
    },
    [0, 1, 0],
  ],
  [
    "two agents that can always act both have their turn",
    {
      count: 3,
      edges: [
        [0, 1, nobody],
        [0, 0, timer],
        [0, 2, post],
        [1, 0, nobody],
        [1, 2, post],
        [1, 2, timer],
        [2, 0, nobody],
        [2, 2, post],
        [2, 0, timer],
      ],
      agentCount: 2,
    },
    [0, 0, 2, 0],
  ],
  [
    "what has been paid is no concern: the loop leaves those that owe",
    {
      count: 2,
      edges: [
        [0, 1, nobody],
        [1, 0, nobody],
      ],
      agentCount: 0,
      owing: [0],
    },
    undefined,
  ],
  [
    "a move that pays and owes anew is no way to stay",
    { count: 1, edges: [[0, 0, nobody]], agentCount: 0, paying: [0] },
    undefined,
  ],
  [
    "an agent that could act only by paying is wronged nevertheless",
    {
      count: 1,
      edges: [
        [0, 0, nobody],
        [0, 0, post],
      ],
      agentCount: 1,
      paying: [1],
    },
    undefined,
  ],
  [
    "of two loops, the one with the shorter way to it",
    {
      count: 6,
      edges: [
        [0, 1, nobody],
        [0, 2, nobody],
        [1, 3, nobody],
        [3, 3, nobody],
        [2, 4, nobody],
        [4, 2, nobody],
      ],
      agentCount: 0,
    },
    [2, 4, 2],
  ],
])("%s", ([, drawing, loop]) => {
  expect(found(drawing)).toEqual(loop);
});

describe("on random graphs, a loop is found exactly where the definition has one, and is one", () => {
  const seen = { with: 0, without: 0 };
  test.for<[what: string, runs: number, shape: Parameters<typeof drawings>[0]]>([
    ["few states", 4000, { states: { min: 3, max: 7 }, agents: { min: 0, max: 4 }, degree: 3 }],
    ["more states", 400, { states: { min: 8, max: 12 }, agents: { min: 0, max: 4 }, degree: 2 }],
    ["many agents", 1000, { states: { min: 1, max: 4 }, agents: { min: 40, max: 70 }, degree: 60 }],
  ])("%s", ([, runs, shape]) => {
    fc.assert(
      fc.property(drawings(shape), (drawing) => {
        const { graph, region } = packed(drawing);
        const cycle = fairCycle(graph, region);
        seen[cycle ? "with" : "without"]++;
        expect(cycle?.entry ?? -1).toBe(firstOnFairRun(drawing));
        if (cycle) expect(wrongsOf(drawing, cycle.entry, roundOf(drawing, cycle))).toEqual([]);
      }),
      { numRuns: runs, seed: 1 },
    );
  });

  test("both kinds were met often", () => {
    expect(Math.min(seen.with, seen.without)).toBeGreaterThan(500);
  });
});

describe("the check itself", () => {
  const drawing: Drawing = {
    count: 3,
    edges: [
      [0, 1, nobody],
      [1, 0, nobody],
      [0, 2, post],
      [1, 2, post],
      [2, 0, nobody],
    ],
    agentCount: 1,
    owing: [0, 1],
    paying: [1],
  };
  test.for<[wrong: string, round: Round, said: string]>([
    ["nothing", [], "it has no edge"],
    ["no way home", [[0, 1, nobody]], "it does not come back"],
    [
      "a jump",
      [
        [0, 1, nobody],
        [0, 1, nobody],
      ],
      "leg 2 starts elsewhere",
    ],
    [
      "a way that pays",
      [
        [0, 1, nobody],
        [1, 0, nobody],
      ],
      "leg 2 is no way to stay",
    ],
    ["an invented way", [[0, 0, nobody]], "leg 1 is no way to stay"],
    [
      "a way out",
      [
        [0, 2, post],
        [2, 0, nobody],
      ],
      "leg 1 is no way to stay",
    ],
    [
      "waiting in vain",
      [
        [0, 1, nobody],
        [1, 0, nobody],
      ],
      "agent 0 is wronged",
    ],
  ])("%s", ([, round, said]) => {
    expect(wrongsOf(drawing, 0, round)).toContain(said);
  });
});

describe("a million states", () => {
  const million = 1_000_000;
  const ring = (agentOf: (state: number) => number, agentCount: number) => ({
    graph: {
      offsets: Float64Array.from({ length: million + 1 }, (_, state) => state),
      targets: Int32Array.from({ length: million }, (_, state) => (state + 1) % million),
      agents: Int32Array.from({ length: million }, (_, state) => agentOf(state)),
      agentCount,
    },
    region: { states: new Uint8Array(million).fill(1) },
  });

  test("in one ring", () => {
    const { graph, region } = ring((state) => (state % 2 === 0 ? post : timer), 2);
    const cycle = fairCycle(graph, region)!;
    expect([cycle.entry, cycle.legs.length]).toEqual([0, million]);
    expect(cycle.legs.at(-1)).toEqual({ state: million - 1, edge: million - 1 });
  });

  test("in a ring with a gap", () => {
    const { graph, region } = ring(() => post, 1);
    region.states[million >> 1] = 0;
    expect(fairCycle(graph, region)).toBeUndefined();
  });
});
