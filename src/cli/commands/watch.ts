import { join } from "node:path";
import * as Effect from "effect/Effect";
import type { Mistake } from "../../mistake.ts";
import { ExitCode } from "../../report/index.ts";
import type { InternalError } from "../failure.ts";
import { onInterrupt } from "../interrupt.ts";
import { outputFor } from "../output.ts";
import { foldersOf } from "../project/config.ts";
import { Session } from "../watch/session.ts";
import { attempt } from "./attempt.ts";

export interface WatchOptions {
  readonly scenarios: readonly string[];
  readonly protocol: string | undefined;
  readonly seed: number;
  /** Random runs of each task whose states are too many. */
  readonly runs: number;
  readonly color: boolean | undefined;
}

/** Runs what a change of models and scenarios touches, change after change, until somebody interrupts. */
export const watchCommand = ({
  scenarios,
  protocol,
  seed,
  runs,
  color,
}: WatchOptions): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.scoped(
    Effect.gen(function* () {
      const { told, style, stream } = outputFor({ json: false, color });
      const cwd = process.cwd();
      const folders = yield* attempt(() => foldersOf(cwd));
      const over = Promise.withResolvers<void>();
      yield* onInterrupt(over.resolve);
      const isTTY = stream.isTTY ?? false;
      const look = { flag: color, isTTY, columns: isTTY ? stream.columns : undefined };
      const start = { cwd, look, effort: { seed, runs }, scenarios, protocol };
      yield* Effect.acquireRelease(
        attempt(
          () =>
            new Session({
              folders: [folders.models, folders.scenarios],
              kept: join(folders.reports, "cache", "watch.json"),
              start,
              style,
              told,
            }),
        ),
        (session) => Effect.promise(() => session.end()),
      );
      yield* Effect.promise(() => over.promise);
      // Nobody was kept from anything: this is how watching ends.
      return ExitCode.ok;
    }),
  );
