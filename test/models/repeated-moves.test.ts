import { expect, test } from "vitest";
import { mustRepeat } from "../search/exhaustive/repeated-moves.ts";
import { share } from "../share.ts";
import { tasks } from "./project.ts";

test("in every scenario, what a search repeats is what comes of making a move", () => {
  let known = 0;
  for (const task of tasks) known += mustRepeat(task, share(3_000), 100);
  expect(known).toBeGreaterThan(share(10_000));
});
