import fc from "fast-check";
import { expect, test } from "vitest";
import { share } from "../share.ts";
import { RandomWalks } from "./random-walks.ts";

test("random statecharts: table and live actor agree until the table refuses the machine", () => {
  const met = new RandomWalks();
  fc.assert(
    fc.property(fc.nat(), (seed) => met.walk(seed)),
    { numRuns: share(1_500), seed: 1 },
  );
  expect(met.events).toBeGreaterThan(share(40_000));
  expect(met.emissions).toBeGreaterThan(share(10_000));
  expect(met.fired).toBeGreaterThan(share(2_000));
  // Each refusal was met, and most machines are accepted to the end.
  expect([...met.refused.keys()].toSorted()).toEqual([
    "ill-formed",
    "never comes to rest",
    "racing",
    "still waits",
  ]);
});
