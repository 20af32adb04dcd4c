import * as Effect from "effect/Effect";
import type { Scope } from "effect/Scope";
import { Worker, type MessagePort } from "node:worker_threads";
import type { Mistake } from "../mistake.ts";
import { errorOf, InternalError } from "./failure.ts";
import type { Answer, Job, Reply, WorkerStart } from "./jobs.ts";

/** A worker thread that does one job at a time. */
export interface Hand {
  /** Has it do a job, and gives it these ports, which the job names. */
  readonly ask: <J extends Job>(
    job: J,
    ports?: readonly MessagePort[],
  ) => Effect.Effect<Answer<J["kind"]>, Mistake | InternalError>;
}

/** What worker threads run. The built one lies beside this file; started from sources, it is the source. */
export const script = new URL(
  import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js",
  import.meta.url,
);

/** Starts a worker thread, which ends with the scope. */
const hand = (start: WorkerStart): Effect.Effect<Hand, never, Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.sync(() => new Worker(script, { workerData: start })),
      (worker) => Effect.promise(() => worker.terminate()),
    ),
    (worker): Hand => ({ ask: (job, ports) => asked(worker, job, ports) }),
  );

const asked = <J extends Job>(
  worker: Worker,
  job: J,
  ports: readonly MessagePort[] = [],
): Effect.Effect<Answer<J["kind"]>, Mistake | InternalError> =>
  Effect.callback((resume) => {
    const settle = (answer: Effect.Effect<Answer<J["kind"]>, Mistake | InternalError>): void => {
      worker.off("message", replied).off("error", failed).off("exit", ended);
      resume(answer);
    };
    const replied = (reply: Reply): void =>
      settle(
        reply.ok
          ? Effect.succeed(reply.answer as Answer<J["kind"]>)
          : Effect.fail(errorOf(reply.failure)),
      );
    const failed = (error: Error): void =>
      settle(Effect.fail(new InternalError(error.stack ?? error.message)));
    const ended = (code: number): void =>
      settle(Effect.fail(new InternalError(`a worker thread ended by itself with code ${code}`)));
    worker.on("message", replied).on("error", failed).on("exit", ended);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(job, ports);
  });

/** So many worker threads. */
export const hands = (
  count: number,
  start: WorkerStart,
): Effect.Effect<readonly Hand[], never, Scope> =>
  Effect.forEach(Array.from({ length: count }), () => hand(start));
