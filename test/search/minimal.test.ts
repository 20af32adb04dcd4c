import { describe, expect, test } from "vitest";
import { follow } from "../../src/search/follow.ts";
import {
  decodeToken,
  mergeChunks,
  replayLive,
  replayTrace,
  searchChunk,
  worldOf,
} from "../../src/search/index.ts";
import { signatureOf } from "../../src/search/signature.ts";
import { takeByName } from "../../src/search/take-by-name.ts";
import { breaking, lettersTask } from "./faulty-letters.ts";

const seeds = [1, 2, 3, 4, 5];
const task = lettersTask();

const found = seeds.map((seed) =>
  mergeChunks(task, [searchChunk(task, { seed, index: 0, firstRun: 1, runs: 500 })], false),
);

/** The kinds of break of one invariant that a list of moves shows, as far as they can be made. */
const showsBreak = (moves: readonly string[], invariant: string): boolean => {
  const world = worldOf(task);
  const wanted = (instance: number): boolean =>
    signatureOf(world, instance).split(" ")[0] === invariant;
  const { instance, moves: made, rest } = follow(world, moves, wanted);
  return instance >= 0 && made.length + rest.length <= moves.length;
};

describe.for(breaking)("a minimal trace of %s", (invariant) => {
  const counterexamples = found.flatMap((outcome) =>
    outcome.counterexamples.filter((one) => one.invariant === invariant),
  );
  const movesOf = ({ steps }: (typeof counterexamples)[0]): string[] =>
    steps.map(({ move }) => move);

  test("was found whatever the seed, in a longer trace", () => {
    expect(counterexamples).toHaveLength(seeds.length);
    for (const { foundWith, foundInRun, steps } of counterexamples) {
      expect(foundInRun).toBeGreaterThan(0);
      expect(steps.length).toBeLessThanOrEqual(foundWith);
      expect(steps.length).toBeLessThanOrEqual(8);
    }
  });

  test("breaks it, and no longer does without any single move", () => {
    for (const counterexample of counterexamples) {
      const moves = movesOf(counterexample);
      expect(showsBreak(moves, invariant)).toBe(true);
      moves.forEach((move, at) => {
        const shorter = moves.toSpliced(at, 1);
        expect(showsBreak(shorter, invariant), `${invariant} without ${move}`).toBe(false);
      });
    }
  });

  test("is possible move by move, on tables and on live actors, and breaks in its last", () => {
    for (const counterexample of counterexamples) {
      const moves = movesOf(counterexample);
      const world = worldOf(task);
      world.begin();
      for (const move of moves) expect(takeByName(world, move), move).toBe(true);
      expect(replayLive(task, moves).steps.map(({ move }) => move)).toEqual(moves);
      if (counterexample.brokenAt !== "end") expect(counterexample.brokenAt).toBe(moves.length);
    }
  });

  test("comes with a word that replays it", () => {
    for (const counterexample of counterexamples) {
      const name = decodeToken(counterexample.token);
      expect(name).toMatchObject({ scenario: "faulty-letters", protocol: "by post", invariant });
      const replayed = replayTrace(task, name);
      expect(replayed.steps).toEqual(counterexample.steps);
      const again = replayed.broken.find((one) => one.invariant === invariant)!;
      expect(again.brokenAt).toBe(counterexample.brokenAt);
      expect(again.fact).toEqual(counterexample.fact);
      expect(again.binding).toEqual(counterexample.binding);
    }
  });
});

describe("a frozen example", () => {
  const write = "ana.writer user.write";
  const long = [write, "deliver post", write, "deliver post", "bob.reader user.show", write];
  const withExamples = (...examples: readonly (readonly string[])[]) =>
    mergeChunks(lettersTask({ examples: { "by post": examples } }), [], false);

  test("is tried first and made minimal, without any random run", () => {
    const { counterexamples, runs } = withExamples(long);
    expect(runs).toBe(0);
    const first = counterexamples.find(({ invariant }) => invariant === "private")!;
    expect(first.foundInRun).toBe(0);
    expect(first.foundWith).toBe(long.length);
    expect(first.steps.map(({ move }) => move)).toEqual([
      write,
      "deliver post",
      "bob.reader user.show",
    ]);
  });

  test("counts for everything that it breaks, not only for what breaks first", () => {
    const { counterexamples } = withExamples([
      write,
      "deliver post",
      "bob.reader user.show",
      write,
      "drop post",
    ]);
    expect(counterexamples.map(({ invariant }) => invariant)).toEqual(
      expect.arrayContaining(["arrives", "private"]),
    );
  });

  test("goes before what random runs find", () => {
    const examples = { "by post": [long] };
    const both = lettersTask({ examples });
    const { counterexamples } = mergeChunks(
      both,
      [searchChunk(both, { seed: 1, index: 0, firstRun: 1, runs: 300 })],
      false,
    );
    const runOf = (invariant: string) =>
      counterexamples.find((one) => one.invariant === invariant)!.foundInRun;
    expect(runOf("private")).toBe(0);
    expect(runOf("arrives")).toBeGreaterThan(0);
  });

  test("that no longer breaks anything finds nothing, and moves that are gone are left out", () => {
    expect(withExamples([write]).counterexamples.map(({ invariant }) => invariant)).toEqual([
      "erasedSoon",
    ]);
    expect(withExamples([]).counterexamples).toEqual([]);
    const { counterexamples } = withExamples(["zoe flies", ...long]);
    expect(counterexamples.map(({ invariant }) => invariant)).toContain("private");
  });

  test("of another protocol is none of this one", () => {
    const other = lettersTask({ examples: { "by pigeon": [long] } });
    expect(mergeChunks(other, [], false).counterexamples).toEqual([]);
  });
});
