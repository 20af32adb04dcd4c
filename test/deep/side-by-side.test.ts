import { expect, test } from "vitest";
import { selfTest } from "../../src/search/index.ts";
import { share } from "../share.ts";
import { tasks } from "../models/project.ts";

const steps = share(50_000);

test("tables and live actors agree on random walks through every scenario", () => {
  // Every third scenario, and all of them among the deep tests.
  const some = tasks.filter(
    (_, at) => at % Math.ceil(tasks.length / share(2 * tasks.length)) === 0,
  );
  const each = Math.ceil(steps / some.length) + 60;
  let made = 0;
  for (const task of some) {
    const walked = selfTest(task, { seed: 1, steps: each });
    expect(walked.differences).toEqual([]);
    made += walked.steps;
  }
  expect(made).toBeGreaterThanOrEqual(steps);
});
