import fc from "fast-check";
import { expect, test } from "vitest";
import { RandomWalks } from "./random-walks.ts";

test("random statecharts: table and live actor agree until the table refuses the machine", () => {
  const met = new RandomWalks();
  fc.assert(
    fc.property(fc.nat(), (seed) => met.walk(seed)),
    { numRuns: 600, seed: 1 },
  );
  expect(met.events).toBeGreaterThan(20_000);
  expect(met.emissions).toBeGreaterThan(5_000);
  expect(met.fired).toBeGreaterThan(1_000);
  // Each refusal was met, and most machines are accepted to the end.
  expect([...met.refused.keys()].toSorted()).toEqual([
    "ill-formed",
    "never comes to rest",
    "racing",
    "still waits",
  ]);
});
