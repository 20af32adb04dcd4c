import * as Effect from "effect/Effect";
import type { Scope } from "effect/Scope";
import { ExitCode } from "../report/index.ts";

const signals = ["SIGINT", "SIGTERM"] as const;

/** Milliseconds in which a second signal is an echo of the first: a terminal or a timer often tells the whole group. */
const echo = 500;

/**
 * Calls `stop` at the first Ctrl-C (or SIGTERM), so that what was found can still be put together and written; a second
 * one ends the process at once. Lasts as long as the scope.
 */
export const onInterrupt = (stop: () => void): Effect.Effect<void, never, Scope> =>
  Effect.asVoid(
    Effect.acquireRelease(
      Effect.sync(() => {
        let first: number | undefined;
        const heard = (): void => {
          const now = performance.now();
          if (first === undefined) stop();
          else if (now - first > echo) process.exit(ExitCode.interrupted);
          first ??= now;
        };
        for (const signal of signals) process.on(signal, heard);
        return heard;
      }),
      (heard) =>
        Effect.sync(() => {
          for (const signal of signals) process.off(signal, heard);
        }),
    ),
  );
