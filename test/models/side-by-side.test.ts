import { expect, test } from "vitest";
import { selfTest } from "../../src/search/index.ts";
import { share } from "../share.ts";
import { tasks } from "./project.ts";

const steps = share(50_000);

test("tables and live actors agree on random walks through every scenario", () => {
  const each = Math.ceil(steps / tasks.length) + 60;
  let made = 0;
  for (const task of tasks) {
    const walked = selfTest(task, { seed: 1, steps: each });
    expect(walked.differences).toEqual([]);
    made += walked.steps;
  }
  expect(made).toBeGreaterThanOrEqual(steps);
});
