import * as Effect from "effect/Effect";
import type { Scope } from "effect/Scope";
import { ExitCode } from "../report/index.ts";

const signals = ["SIGINT", "SIGTERM"] as const;

/**
 * Calls `stop` at the first Ctrl-C (or SIGTERM), so that what was found can still be put together and written; a second
 * one ends the process at once. Lasts as long as the scope.
 */
export const onInterrupt = (stop: () => void): Effect.Effect<void, never, Scope> =>
  Effect.asVoid(
    Effect.acquireRelease(
      Effect.sync(() => {
        let before = false;
        const heard = (): void => {
          if (before) process.exit(ExitCode.interrupted);
          before = true;
          stop();
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
