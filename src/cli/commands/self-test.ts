import * as Effect from "effect/Effect";
import type { Mistake } from "../../mistake.ts";
import { ExitCode } from "../../report/index.ts";
import type { SelfTest } from "../../search/index.ts";
import type { InternalError } from "../failure.ts";
import { outputFor } from "../output.ts";
import { hands } from "../pool.ts";
import { nameOf, select } from "../project/index.ts";
import { attempt, theProject } from "./attempt.ts";

export interface SelfTestOptions {
  readonly scenarios: readonly string[];
  readonly steps: number;
  readonly seed: number;
  readonly workers: number;
}

/**
 * Walks tables and live actors side by side through all selected tasks, and tells whether they ever differ. A
 * difference is a fault of ours.
 */
export const selfTestCommand = (
  options: SelfTestOptions,
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.scoped(
    Effect.gen(function* () {
      const output = outputFor({ json: false });
      const project = yield* theProject;
      const { steps, seed } = options;
      const tasks = yield* attempt(() =>
        select(project, { scenarios: options.scenarios, protocol: undefined }),
      );
      const each = Math.max(1, Math.ceil(steps / tasks.length));
      const team = yield* hands(Math.min(options.workers, tasks.length), { cwd: process.cwd() });
      const tested = yield* Effect.forEach(
        team,
        (hand, at) =>
          Effect.forEach(
            tasks.filter((_, index) => index % team.length === at),
            (task) => hand.ask({ kind: "selfTest", task: nameOf(task), seed, steps: each }),
          ),
        { concurrency: "unbounded" },
      );
      const { steps: made, walks, differences } = summed(tested.flat());
      output.told(
        ...differences,
        `${made.toLocaleString("en")} steps in ${walks.toLocaleString("en")} walks of ${tasks.length} tasks, seed ${seed}: ${differences.length} differences between tables and live actors`,
      );
      return differences.length > 0 ? ExitCode.internal : ExitCode.ok;
    }),
  );

const summed = (tests: readonly SelfTest[]): SelfTest => ({
  steps: tests.reduce((sum, { steps }) => sum + steps, 0),
  walks: tests.reduce((sum, { walks }) => sum + walks, 0),
  differences: tests.flatMap(({ differences }) => differences),
});
