import { confirm, replayLive } from "./confirm.ts";
import type { Confirmed } from "./confirm.ts";
import { confirmLasso } from "./lasso.ts";
import type { ToldStep } from "./result.ts";
import { invariantsOf, type Task } from "./task.ts";
import type { TraceName } from "./token.ts";

/** A trace made again on live actors, with everything that it breaks. */
export interface ReplayedTrace {
  readonly steps: readonly ToldStep[];
  readonly broken: readonly (Confirmed & { readonly invariant: string })[];
}

/**
 * Makes the moves of a trace again on live actors and lets the naive evaluator judge every invariant. Nothing more
 * can happen after it when no delivery, timer or return is left, be there room for what it brings or not; only then, or
 * where the trace says from where on it repeats for ever, are open obligations judged.
 */
export const replayTrace = (
  task: Task,
  { moves, repeatsFrom }: Pick<TraceName, "moves" | "repeatsFrom">,
): ReplayedTrace => {
  const { world, steps } = replayLive(task, moves);
  const atRest = world.moves("nobody").length === 0;
  const broken = invariantsOf(task.promises).flatMap((invariant) => {
    const confirmed =
      confirm(task, moves, invariant.id, undefined, atRest) ??
      (repeatsFrom && confirmLasso(task, moves, repeatsFrom, invariant, undefined));
    return confirmed ? [{ ...confirmed, invariant: invariant.id }] : [];
  });
  return { steps, broken };
};
