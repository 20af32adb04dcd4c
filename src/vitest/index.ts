/**
 * Scenarios as tests, for vitest.
 *
 * @module
 */
import { describe, test } from "vitest";
import { declaredAt } from "../mistake.ts";
import { usual, type Task } from "../search/index.ts";
import { failureOf, openEnds } from "./failure.ts";
import { play } from "./play.ts";
import { projectOfModules, type Modules } from "./project.ts";
import type { TaskMaterial } from "../report/index.ts";

export type { Modules } from "./project.ts";

/** How far tests go. */
export interface TestOptions {
  /** Seed of all randomness; 1, if left out. */
  readonly seed?: number;
  /** Random runs of each scenario under each protocol that has too many states to visit; 20,000, if left out. */
  readonly runs?: number;
  /** Milliseconds that one test may take; a minute, if left out. */
  readonly timeout?: number;
}

/**
 * Declares a test for each scenario of a project under each of its protocols, and one that every promise is put to the
 * test. They search as `sealcheck run` does, and judge as it does: a break that the scenario expects passes, and fails
 * if it does not come about. What fails is told as a story, with the command that replays it.
 *
 * `testScenarios(import.meta.glob(["../models/**\/*.ts", "../scenarios/**\/*.ts"], { eager: true }));`
 *
 * @param modules all files of models and scenarios, as Vite's `import.meta.glob` loads them, so that tests run again when
 * one of them changes. One that is left out is a mistake.
 */
export const testScenarios = (modules: Modules, options: TestOptions = {}): void => {
  const place = declaredAt(testScenarios as never);
  const { seed = usual.seed, runs = usual.runs, timeout = 60_000 } = options;
  const { project, tasks } = projectOfModules(modules, place);
  const played = new Map<Task, TaskMaterial>();
  for (const [name, ofScenario] of Map.groupBy(tasks, ({ scenarioName }) => scenarioName))
    describe(name, () => {
      test.each(ofScenario.map((task) => [task.protocol.name, task] as const))(
        "under %s",
        { timeout },
        async (_, task) => {
          const material = await play(task, { seed, runs });
          played.set(task, material);
          const failure = failureOf(project, material, { seed, runs });
          if (failure) throw failure;
        },
      );
    });
  test("every promise is put to the test", ({ skip }) => {
    if (played.size < tasks.length) skip("not every scenario was played");
    const open = openEnds(project, [...played.values()], { seed, runs });
    if (open) throw open;
  });
};
