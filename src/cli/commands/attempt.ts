import * as Effect from "effect/Effect";
import type { Mistake } from "../../mistake.ts";
import { sorted, type InternalError } from "../failure.ts";
import { loadProject, type Project } from "../project/index.ts";

/** Something of ours that may throw, as an effect whose failures the command line can tell apart. */
export const attempt = <T>(make: () => T): Effect.Effect<T, Mistake | InternalError> =>
  Effect.try({ try: make, catch: sorted });

/** The same of something that takes its time. */
export const attemptAsync = <T>(
  make: () => Promise<T>,
): Effect.Effect<T, Mistake | InternalError> => Effect.tryPromise({ try: make, catch: sorted });

/** The project of the working directory. */
export const theProject: Effect.Effect<Project, Mistake | InternalError> = attemptAsync(() =>
  loadProject(process.cwd()),
);
