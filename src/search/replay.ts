import { confirm, replayLive } from "./confirm.ts";
import type { Confirmed } from "./confirm.ts";
import type { ToldStep } from "./result.ts";
import { invariantsOf, type Task } from "./task.ts";

/** A trace made again on live actors, with everything that it breaks. */
export interface ReplayedTrace {
  readonly steps: readonly ToldStep[];
  readonly broken: readonly (Confirmed & { readonly invariant: string })[];
}

/**
 * Makes the moves of a trace again on live actors and lets the naive evaluator judge every invariant. Nothing more
 * can happen after it when no delivery, timer or return is left; only then are open obligations judged.
 */
export const replayTrace = (task: Task, moves: readonly string[]): ReplayedTrace => {
  const { world, steps } = replayLive(task, moves);
  const atRest = world.moves("nobody").length === 0;
  const broken = invariantsOf(task.promises).flatMap(({ id }) => {
    const confirmed = confirm(task, moves, id, undefined, atRest);
    return confirmed ? [{ ...confirmed, invariant: id }] : [];
  });
  return { steps, broken };
};
