import { expect, test } from "vitest";
import { tasks } from "../models/project.ts";
import { mustRepeat } from "../search/exhaustive/repeated-moves.ts";

test("in every scenario, what a search repeats is what comes of making a move", () => {
  let known = 0;
  for (const task of tasks) known += mustRepeat(task, 1_000, 100);
  expect(known).toBeGreaterThan(10_000);
});
