import { expect, test } from "vitest";
import { differenceWords, effortWords } from "../../src/report/effort-words.ts";
import type { Pass } from "../../src/search/index.ts";

const pass = (symmetry: Pass["symmetry"]): Pass => ({
  faults: {},
  still: [],
  states: 1200,
  transitions: 3000,
  depth: 9,
  resting: 1,
  jammed: 0,
  complete: true,
  symmetry,
});

const used = (over: Partial<Pass["symmetry"]> = {}): Pass["symmetry"] => ({
  interchangeable: [],
  permutations: 1,
  visited: 1200,
  different: [],
  ...over,
});

const effort = (...passes: readonly Pass[]): string =>
  effortWords({
    runs: 0,
    guided: false,
    moves: 6000,
    exhaustion: { passes, stopped: undefined, unsliced: [] },
    relations: [],
  });

test.each([
  ["without symmetry", [pass(undefined)], "1,200 states, 6,000 moves, depth 9"],
  ["where nobody is alike", [pass(used())], "1,200 states, 6,000 moves, depth 9"],
  [
    "where somebody is",
    [
      pass(used({ interchangeable: [["ana", "bob", "cem"]], permutations: 6, visited: 210 })),
      pass(used({ interchangeable: [["ana", "bob", "cem"]], permutations: 6, visited: 205 })),
    ],
    "2,400 states, 415 of them visited since ana, bob and cem are interchangeable, 6,000 moves, depth 9",
  ],
])("a search %s", (_, passes, words) => {
  expect(effort(...passes)).toBe(words);
});

test.each([
  [false, "20 runs, 90 moves"],
  [true, "20 guided runs, 90 moves"],
])("random runs, guided: %s", (guided, words) => {
  const search = { runs: 20, guided, moves: 90, exhaustion: undefined, relations: [] };
  expect(effortWords(search)).toBe(words);
});

test("what tells names apart is said once", () => {
  const different = [
    { names: [["ana", "bob"]], because: '"ana open" is free, and "bob open" is not' },
  ];
  const passes = [pass(used({ different })), pass(used({ different }))];
  expect(differenceWords({ exhaustion: { passes, stopped: undefined, unsliced: [] } })).toEqual([
    'ana and bob are not interchangeable: "ana open" is free, and "bob open" is not',
  ]);
});
