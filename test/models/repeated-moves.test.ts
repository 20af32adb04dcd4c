import { expect, test } from "vitest";
import { mustRepeat } from "../search/exhaustive/repeated-moves.ts";
import { share } from "../share.ts";
import { tasks } from "./project.ts";

test("in every scenario, what a search repeats is what comes of making a move", () => {
  // Every sixth scenario, and all of them among the deep tests.
  const every = tasks.length / share(tasks.length);
  let known = 0;
  for (let at = 0; at < tasks.length; at += every)
    known += mustRepeat(tasks[Math.floor(at)]!, 1_000, 100);
  expect(known).toBeGreaterThan(share(10_000));
});
