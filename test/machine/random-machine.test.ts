import fc from "fast-check";
import { expect, test } from "vitest";
import { Mistake } from "../../src/mistake.ts";
import { drawing } from "./draw.ts";
import { alphabet, randomMachine } from "./random-machine.ts";
import { SideBySide } from "./side-by-side.ts";

test("random statecharts: table and live actor agree until the table refuses the machine", () => {
  const met = {
    events: 0,
    emissions: 0,
    fired: 0,
    machines: 0,
    refused: new Map<string, number>(),
  };
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      met.machines++;
      const draw = drawing(seed);
      let pair: SideBySide | undefined;
      try {
        pair = new SideBySide(randomMachine(draw));
        pair.walk(draw, alphabet, 80);
        expect(pair.table.verifySample(draw, 20)).toEqual([]);
      } catch (error) {
        if (!(error instanceof Mistake)) throw error;
        const reason = /racing|ill-formed|never comes to rest|still waits/.exec(error.message)?.[0];
        expect(reason, error.message).toBeDefined();
        met.refused.set(reason!, (met.refused.get(reason!) ?? 0) + 1);
      }
      met.events += pair?.seen.events ?? 0;
      met.emissions += pair?.seen.emissions ?? 0;
      met.fired += pair?.seen.fired ?? 0;
    }),
    { numRuns: 900, seed: 1 },
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
