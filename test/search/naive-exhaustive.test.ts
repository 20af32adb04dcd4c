import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  exhaust,
  liveWorldOf,
  TraceArbitrary,
  worldOf,
  type Pass,
} from "../../src/search/index.ts";
import { takeByName } from "../../src/search/take-by-name.ts";
import type { Scenario } from "../../src/world/index.ts";
import { lettersTask } from "./faulty-letters.ts";
import { exploreLive, type Explored } from "./naive-exhaustive.ts";
import { exploreTables, namesOf, vectorOf } from "./plain-exhaustive.ts";
import { eachTask, seedsFrom, small } from "./random-protocol.ts";
import { share } from "../share.ts";

test("small random worlds have the same states, breaks and coverage on tables and on live actors", () => {
  const met = { worlds: 0, states: 0, transitions: 0, breaks: 0, atEnd: 0 };
  eachTask(
    seedsFrom(1, share(600)),
    (task) => {
      const tabled = exploreTables(task, 120);
      // Some have more states than that, and in some hardly anything happens.
      if (!tabled || tabled.states < 10) return;
      expect(exploreLive(task), task.scenarioName).toEqual(tabled);
      const broken = Object.keys(tabled.breaks);
      met.worlds++;
      met.states += tabled.states;
      met.transitions += tabled.transitions;
      met.breaks += broken.length;
      met.atEnd += broken.filter((one) => one.startsWith("leadsTo")).length;
    },
    small,
  );
  expect(met.worlds).toBeGreaterThan(share(200));
  expect(met.states).toBeGreaterThan(share(8000));
  expect(met.transitions).toBeGreaterThan(share(15_000));
  expect(met.breaks).toBeGreaterThan(share(200));
  expect(met.atEnd).toBeGreaterThan(share(50));
});

/** Per invariant, the fewest moves that break it for anybody. */
const shortestOf = (breaks: Explored["breaks"]): Readonly<Record<string, number>> => {
  const shortest: Record<string, number> = {};
  for (const [broken, moves] of Object.entries(breaks)) {
    const [invariant] = broken.split(" ") as [string];
    shortest[invariant] = Math.min(moves, shortest[invariant] ?? Infinity);
  }
  return shortest;
};

test("the exhaustive search finds the same in larger ones, the shortest traces first", () => {
  const met = { worlds: 0, states: 0, broken: 0, cameUp: 0, never: 0 };
  eachTask(
    seedsFrom(1, share(200)),
    (task) => {
      const plain = exploreTables(task, 1500);
      if (!plain) return;
      const { exhaustion, counterexamples, coverage } = exhaust(task, {
        together: true,
        watch: () => undefined,
      });
      const [{ states, transitions }] = exhaustion!.passes as [Pass];
      // What goes on for ever shows in no single state; it has tests of its own.
      const broken = counterexamples
        .filter(({ brokenAt }) => brokenAt !== "for ever")
        .map(({ invariant, steps }) => [invariant, steps.length]);
      expect({ states, transitions, ...Object.fromEntries(broken) }, task.scenarioName).toEqual({
        states: plain.states,
        transitions: plain.transitions,
        ...shortestOf(plain.breaks),
      });
      expect(namesOf(coverage), task.scenarioName).toEqual(plain.cameUp);
      met.cameUp += plain.cameUp.length;
      met.never += coverage.length - plain.cameUp.length;
      met.worlds++;
      met.states += states;
      met.broken += broken.length;
    },
    small,
  );
  expect(met.worlds).toBeGreaterThan(share(150));
  expect(met.states).toBeGreaterThan(share(15_000));
  expect(met.broken).toBeGreaterThan(share(100));
  expect(met.cameUp).toBeGreaterThan(share(1000));
  expect(met.never).toBeGreaterThan(share(1000));
});

const once = { moves: 1, letters: 1, copies: 1, shows: 1, discards: 1 };

describe("letters have the same states and breaks on tables and on live actors", () => {
  test.for<[string, Partial<Scenario>, Explored["breaks"]]>([
    ["when nothing goes wrong", {}, { 'private ["letter 1 of ana"]': 3 }],
    ["when one is lost", { faults: { drop: 1 } }, { 'arrives ["letter 1 of ana"]': 2 }],
    ["when a phone crashes", { faults: { crash: 1 } }, { 'noted ["letter 1 of ana"]': 1 }],
    [
      "when a clock runs ahead and the post is late",
      { faults: { skew: 1, delay: 1 } },
      { "keptLong []": 4 },
    ],
    [
      "after a set-up",
      { setUp: ["ana.writer user.write", "deliver post"] },
      { 'private ["letter 1 of ana"]': 1, 'private ["letter 2 of ana"]': 3 },
    ],
  ])("%s", ([, over, breaks]) => {
    const task = lettersTask({ bound: once, faults: {}, ...over });
    const live = exploreLive(task)!;
    expect(live).toEqual(exploreTables(task));
    expect(live.breaks).toMatchObject(breaks);
    expect(live.states).toBeGreaterThan(80);
  });
});

test("what is one state on tables is one on live actors, and the reverse", () => {
  const met = { states: 0, again: 0 };
  eachTask(seedsFrom(1, 40), (task) => {
    const world = worldOf(task);
    const keys = new Map<string, string>();
    const vectors = new Map<string, string>();
    for (const { moves } of fc.sample(new TraceArbitrary(world, 12), { seed: 1, numRuns: 8 })) {
      const live = liveWorldOf(task);
      world.begin();
      // Some worlds take hundreds of moves to come to rest.
      for (const [at, move] of moves.slice(0, 12).entries()) {
        expect(takeByName(world, move)).toBe(true);
        live.take(move);
        const [vector, key] = [vectorOf(world), live.key()];
        if (keys.has(vector)) met.again++;
        const told = `${task.scenarioName} after ${moves.slice(0, at + 1).join("; ")}`;
        expect(keys.get(vector) ?? key, told).toBe(key);
        expect(vectors.get(key) ?? vector, told).toBe(vector);
        keys.set(vector, key);
        vectors.set(key, vector);
      }
    }
    met.states += keys.size;
  });
  expect(met.states).toBeGreaterThan(2000);
  expect(met.again).toBeGreaterThan(100);
});
