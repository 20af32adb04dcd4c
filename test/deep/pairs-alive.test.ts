import { expect, test } from "vitest";
import { judgedAlive } from "../models/pairs-alive.ts";

test("tables and live actors agree on what every observer tells apart, in every scenario", () => {
  const { alike, apart, alone, steps, asked } = judgedAlive(1);
  expect(asked).toBe(3);
  expect(alike).toBeGreaterThan(300);
  expect(apart).toBeGreaterThan(3);
  expect(alone).toBeGreaterThan(200);
  expect(steps).toBeGreaterThan(5_000);
});
