import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  mergeChunks,
  replayLive,
  searchChunk,
  selfTest,
  TraceArbitrary,
  worldOf,
} from "../../src/search/index.ts";
import { make, offersOf, walk } from "../world/random-walk.ts";
import { attacked, eachTask, seedsFrom } from "./random-protocol.ts";
import { share } from "../share.ts";

test("random protocols go the same way on tables and on live actors", () => {
  let steps = 0;
  const refused = eachTask(seedsFrom(1, share(120)), (task) => {
    const tested = selfTest(task, { seed: 1, steps: 120 });
    expect(tested.differences).toEqual([]);
    steps += tested.steps;
  });
  expect(steps).toBeGreaterThan(share(10_000));
  // Chance ties links into circles now and then, and never makes wiring that live actors object to.
  expect([...refused.keys()]).toEqual(["hands on more than"]);
});

test("random protocols under attack go the same way on tables and on live actors", () => {
  let steps = 0;
  const attacks = new Map<string, number>();
  eachTask(
    seedsFrom(5001, 50),
    (task) => {
      const tested = selfTest(task, { seed: 1, steps: 60 });
      expect(tested.differences).toEqual([]);
      steps += tested.steps;
      const traces = new TraceArbitrary(worldOf(task), task.scenario.bound.moves);
      for (const trace of fc.sample(traces, { seed: 1, numRuns: 10 }))
        for (const move of trace.moves) {
          const [kind] = move.split(" ") as [string];
          attacks.set(kind, (attacks.get(kind) ?? 0) + 1);
        }
    },
    attacked,
  );
  expect(steps).toBeGreaterThan(1500);
  for (const kind of ["suppress", "withhold", "replay", "inject", "corrupt", "breach"])
    expect(attacks.get(kind), kind).toBeGreaterThan(10);
});

test("what search finds in random protocols, live actors confirm", () => {
  const met = { counterexamples: 0, atEnd: 0, witnessed: 0, learned: 0 };
  eachTask(seedsFrom(1001, share(60)), (task) => {
    const chunk = searchChunk(task, { seed: 1, index: 0, firstRun: 1, runs: 40 });
    const { counterexamples, witnessed } = mergeChunks(task, [chunk], false);
    met.counterexamples += counterexamples.length;
    met.atEnd += counterexamples.filter(({ brokenAt }) => brokenAt === "end").length;
    met.learned += counterexamples.filter(({ derivation }) => derivation).length;
    met.witnessed += witnessed.length;
  });
  expect(met.counterexamples).toBeGreaterThan(share(150));
  for (const [what, count] of Object.entries(met)) expect(count, what).toBeGreaterThan(share(10));
});

test("what is owed in the end is owed at rest", () => {
  let owed = 0;
  eachTask(seedsFrom(4001, share(40)), (task) => {
    const chunk = searchChunk(task, { seed: 1, index: 0, firstRun: 1, runs: 60 });
    for (const { brokenAt, steps } of mergeChunks(task, [chunk], false).counterexamples) {
      if (brokenAt !== "end") continue;
      const moves = steps.map(({ move }) => move);
      expect(replayLive(task, moves).world.moves("nobody"), task.scenarioName).toEqual([]);
      owed++;
    }
  });
  expect(owed).toBeGreaterThan(share(5));
});

test("every trace of a random protocol can be made again on live actors, move by move", () => {
  let moves = 0;
  eachTask(seedsFrom(2001, share(60)), (task) => {
    const traces = new TraceArbitrary(worldOf(task), task.scenario.bound.moves);
    for (const trace of fc.sample(traces, { seed: 1, numRuns: 6 })) {
      expect(replayLive(task, trace.moves).steps.map(({ move }) => move)).toEqual(trace.moves);
      moves += trace.length;
    }
  });
  expect(moves).toBeGreaterThan(share(3000));
});

test("a world that was searched offers what a new one does", () => {
  let compared = 0;
  eachTask(seedsFrom(3001, share(60)), (task) => {
    const used = worldOf(task);
    searchChunk(task, { seed: 1, index: 0, firstRun: 1, runs: 20 }, used);
    for (let seed = 1; seed <= 5; seed++) {
      const fresh = worldOf(task);
      fresh.begin();
      const offered: string[][] = [];
      const made = walk(used, seed, 20, (offers, draw) => {
        offered.push(offers.map(({ name }) => name));
        const tried = offers[draw(offers.length)];
        if (tried && make(used, tried)) used.undo();
      });
      made.forEach((name, at) => {
        expect(fresh.offers.names()).toEqual(offered[at]);
        expect(
          make(
            fresh,
            offersOf(fresh).find((one) => one.name === name)!,
          ),
        ).toBe(true);
        compared++;
      });
    }
  });
  expect(compared).toBeGreaterThan(share(2000));
});
