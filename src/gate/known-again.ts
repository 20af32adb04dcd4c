import type { RunTask } from "../report/index.ts";

/**
 * The same scenario among those that are played elsewhere: known by its name or, where its file was moved, by its
 * sentence. `isOwn` tells the names of those beside it, which are themselves.
 */
export const knownAgain = (
  { scenario, says }: Pick<RunTask, "scenario" | "says">,
  isOwn: (scenario: string) => boolean,
  others: readonly RunTask[],
): RunTask | undefined =>
  others.find((other) => other.scenario === scenario) ??
  others.find((other) => other.says === says && !isOwn(other.scenario));
