import * as Effect from "effect/Effect";
import { totalmem } from "node:os";
import type { Mistake } from "../../mistake.ts";
import { exhaustiveHeaderLine, type ExitCode } from "../../report/index.ts";
import { savingOf, type SavingOptions } from "../checkpoint/index.ts";
import { exhaustTasks } from "../exhaust-tasks.ts";
import type { InternalError } from "../failure.ts";
import { visiting } from "../progress.ts";
import { version } from "../version.ts";
import { attempt } from "./attempt.ts";
import { searchAndReport, type SearchOptions } from "./searching.ts";

export interface CheckOptions
  extends Omit<SearchOptions, "seed" | "runs" | "visiting">, SavingOptions {
  /** Whether different kinds of fault may come together. */
  readonly faultsTogether: boolean;
  /** Whether to search slices of each task instead of the whole. */
  readonly slice: boolean;
  /** Whether of states that differ only in interchangeable names, one is visited for all. */
  readonly symmetry: boolean;
  /** Seconds after which to stop. */
  readonly time: number | undefined;
  /** States after which the search of a task stops. */
  readonly states: number;
  /** MiB that visited states may take, of all tasks that are searched at a time. */
  readonly memory: number | undefined;
}

/** Visits every state that the selected tasks can come to within their bounds. */
export const checkCommand = (
  options: CheckOptions,
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  searchAndReport({ ...options, seed: 0, runs: 0, visiting: true }, (searching) =>
    Effect.gen(function* () {
      const { project, tasks, output, stop, line, ended } = searching;
      const { workers, faultsTogether, slice, symmetry, time, states, memory } = options;
      const saving = yield* attempt(() =>
        savingOf(options, project, tasks, { faultsTogether, slice, symmetry }),
      );
      const began = performance.now();
      output.told(exhaustiveHeaderLine({ version, workers }, output.style));
      const found = yield* exhaustTasks({
        cwd: process.cwd(),
        tasks,
        workers,
        together: faultsTogether,
        sliced: slice,
        symmetry,
        causes: false,
        states,
        bytes: memory === undefined ? totalmem() / 2 : memory * 2 ** 20,
        onlySmall: false,
        saving,
        began: (boards) => stop.heed(() => boards.stop("interrupted")),
        advanced: (boards) => {
          const now = performance.now();
          const seconds = (now - began) / 1000;
          if (time !== undefined && seconds >= time) boards.stop("time");
          const { done, tasks: of, standings } = boards;
          line.show(now, visiting({ done, of, standings, seconds }));
        },
        ended,
      });
      return tasks.map((task) => found.get(task)!);
    }),
  );
