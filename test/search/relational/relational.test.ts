import { describe, expect, test } from "vitest";
import {
  attackedBy,
  exhaust,
  mergeChunks,
  searchChunk,
  type SearchOutcome,
} from "../../../src/search/index.ts";
import { townTask } from "./town.ts";

type Given = Parameters<typeof townTask>;

const all = (...given: Given): SearchOutcome =>
  exhaust(townTask(...given), { together: false, watch: () => undefined });

const relationOf = ({ relations }: SearchOutcome) => relations[0]!;

describe("what others do shows, or does not", () => {
  test.each<readonly [string, Given]>([
    ["although their letters stand before hers in the same street", ["discreet"]],
    ["not even at what moment", ["discreet", ["timing"]]],
    ["not even in what she may do", ["discreet", ["timing", "choices"]]],
    [
      "although a letter is lost, or comes twice",
      ["discreet", ["timing"], { drop: 1, duplicate: 1 }],
    ],
    ["although somebody cannot be reached", ["discreet", ["timing"], { offline: 1 }]],
  ])("it does not: %s", (_, given) => {
    const found = all(...given);
    expect(found.counterexamples).toEqual([]);
    expect(relationOf(found)).toMatchObject({
      exhaustive: true,
      unresolved: 0,
      observers: ["ana"],
    });
    expect(found.tested["T1.a"]).toBeGreaterThan(0);
  });

  test("it does where receipts are numbered, told by the fewest moves", () => {
    const [found] = all("numbers").counterexamples;
    expect(found!.steps.map(({ move }) => move)).toEqual([
      "left alone: eve user.post",
      "ana user.post",
      "left alone: deliver street",
      "deliver street",
      "deliver back street",
    ]);
    expect(found!.shortest).toBe("of all");
    expect(found!.pair!.difference).toEqual({
      by: "sight",
      left: "ana gets net.receipt number=2",
      right: "ana gets net.receipt number=1",
    });
  });

  test("that something is sent shows to whoever sees the traffic", () => {
    const [found] = all("discreet", ["traffic"]).counterexamples;
    expect(found!.steps.map(({ move }) => move)).toEqual(["left alone: eve user.post"]);
    expect(found!.pair!.difference).toEqual({
      by: "sight",
      left: "street carries something",
      right: undefined,
    });
  });
});

test("an adversary that only looks lends the observer its eyes", () => {
  const looking = attackedBy(townTask("discreet"), "window");
  const [found] = exhaust(looking, { together: false, watch: () => undefined }).counterexamples;
  expect(found!.pair!.difference).toMatchObject({
    by: "sight",
    left: "street carries net.letter from=eve to desk",
  });
});

describe("an adversary acts by one recipe in both runs", () => {
  const attacked = (adversary: string, ...given: Given): SearchOutcome =>
    exhaust(attackedBy(townTask(...given), adversary), {
      together: false,
      watch: () => undefined,
    });
  const movesOf = ({ counterexamples: [found] }: SearchOutcome): string[] =>
    found!.steps.map(({ move }) => move);

  test("who can take something only in one run knows that it is there", () => {
    const found = attacked("sweeper", "discreet", ["timing"]);
    expect(movesOf(found)).toEqual(["left alone: eve user.post", "left alone: suppress street"]);
    expect(found.counterexamples[0]!.pair!.difference).toEqual({
      by: "means",
      left: "suppress street",
      right: undefined,
    });
  });

  test("the first letter in the street is hers, or the other's: what is taken goes by its place", () => {
    const found = attacked("thief", "discreet", ["timing"]);
    expect(movesOf(found)).toEqual([
      "left alone: eve user.post",
      "ana user.post",
      "suppress street",
      "left alone: deliver street",
      "left alone: deliver back street",
    ]);
    expect(found.counterexamples[0]!.pair!.difference).toEqual({
      by: "sight",
      left: "ana gets net.receipt number=0",
      right: undefined,
    });
  });

  test("what is posted again lay there at one moment: hers comes twice in both runs, theirs in one alone", () => {
    const discreet = attacked("copyist", "discreet", ["timing"]);
    expect(discreet.counterexamples).toEqual([]);
    expect(relationOf(discreet)).toMatchObject({ exhaustive: true, unresolved: 0 });
    const { pairs } = relationOf(all("discreet", ["timing"]));
    expect(relationOf(discreet).pairs).toBeGreaterThan(2 * pairs);
    const [broken] = attacked("copyist", "numbers", ["timing"]).counterexamples;
    expect(broken!.pair!.difference).toMatchObject({ by: "sight" });
  });

  test("random pairs come to the same, and both runs shrink together", () => {
    for (const adversary of ["sweeper", "thief"]) {
      const task = attackedBy(townTask("discreet", ["timing"]), adversary);
      const chunk = { seed: 1, index: 0, firstRun: 1, runs: 2_000 };
      const drawn = mergeChunks(task, [searchChunk(task, chunk)], false);
      expect(movesOf(drawn)).toHaveLength(
        movesOf(attacked(adversary, "discreet", ["timing"])).length,
      );
    }
  });
});

describe("what cannot be compared is not called the same", () => {
  test("a receipt that comes at another time: open, unless time is in view", () => {
    const open = all("batches");
    expect(open.counterexamples).toEqual([]);
    expect(relationOf(open).unresolved).toBeGreaterThan(0);
    const [found] = all("batches", ["timing"]).counterexamples;
    expect(found!.pair!.difference).toMatchObject({ by: "sight", right: undefined });
  });

  test("two messages that wait for each other where nobody looks", () => {
    const open = all("swaps");
    expect(open.counterexamples).toEqual([]);
    expect(relationOf(open).unresolved).toBeGreaterThan(0);
  });
});

test("random pairs find what all pairs find, and shrink to as few moves", () => {
  for (const habit of ["numbers", "discreet"] as const) {
    const task = townTask(habit);
    const chunk = { seed: 1, index: 0, firstRun: 1, runs: 2_000 };
    const drawn = mergeChunks(task, [searchChunk(task, chunk)], false);
    expect(relationOf(drawn)).toMatchObject({ exhaustive: false, pairs: 250, unresolved: 0 });
    expect(drawn.tested["T1.a"]).toBeGreaterThan(50);
    const visited = all(habit);
    expect(drawn.counterexamples.map(({ steps }) => steps.length)).toEqual(
      visited.counterexamples.map(({ steps }) => steps.length),
    );
  }
});
