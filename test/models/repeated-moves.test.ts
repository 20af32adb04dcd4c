import { expect, test } from "vitest";
import { mustRepeat } from "../search/exhaustive/repeated-moves.ts";
import { share } from "../share.ts";
import { tasks } from "./project.ts";

test("in every scenario, what a search repeats is what comes of making a move", () => {
  const each = Math.ceil(share(450_000) / tasks.length);
  let known = 0;
  for (const task of tasks) known += mustRepeat(task, each, 100);
  expect(known).toBeGreaterThan(share(10_000));
});
