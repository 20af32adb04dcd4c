import { expect, test } from "vitest";
import { judgedAlive } from "./pairs-alive.ts";

test("tables and live actors agree on what observers tell apart, in a sample of all scenarios", () => {
  const { alike, alone, steps, asked } = judgedAlive(7);
  expect(asked).toBe(3);
  expect(alike).toBeGreaterThan(30);
  expect(alone).toBeGreaterThan(15);
  expect(steps).toBeGreaterThan(500);
});
