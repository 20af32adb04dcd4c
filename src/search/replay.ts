import { confirm, replayLive } from "./confirm.ts";
import type { Confirmed } from "./confirm.ts";
import { confirmLasso } from "./lasso.ts";
import { playPair } from "./relational/confirm-pair.ts";
import { questionsOf } from "./relational/question.ts";
import type { ToldPair } from "./relational/told-pair.ts";
import type { ToldStep } from "./result.ts";
import { invariantsOf, relationsOf, type Task } from "./task.ts";
import type { TraceName } from "./token.ts";

/** The moves of a trace; of two runs, if the invariant that it breaks is about two. */
type ReplayedName = Pick<TraceName, "moves" | "repeatsFrom"> &
  Partial<Pick<TraceName, "invariant">>;

/** A trace made again on live actors, with everything that it breaks. */
export interface ReplayedTrace {
  readonly steps: readonly ToldStep[];
  readonly broken: readonly (Confirmed & {
    readonly invariant: string;
    readonly pair: ToldPair | undefined;
  })[];
}

/**
 * Makes the moves of a trace again on live actors and lets the naive evaluator judge every invariant. Nothing more
 * can happen after it when no delivery, timer or return is left, be there room for what it brings or not; only then, or
 * where the trace says from where on it repeats for ever, are open obligations judged.
 */
export const replayTrace = (
  task: Task,
  { invariant: about, moves, repeatsFrom }: ReplayedName,
): ReplayedTrace => {
  if (about !== undefined && relationsOf(task.promises).some(({ id }) => id === about))
    return replayPair(task, about, moves);
  const { world, steps } = replayLive(task, moves);
  const atRest = world.moves("nobody").length === 0;
  const broken = invariantsOf(task.promises).flatMap((invariant) => {
    const confirmed =
      confirm(task, moves, invariant.id, undefined, atRest) ??
      (repeatsFrom && confirmLasso(task, moves, repeatsFrom, invariant, undefined));
    return confirmed ? [{ ...confirmed, invariant: invariant.id, pair: undefined }] : [];
  });
  return { steps, broken };
};

/** The same for two runs: whoever of the observers can tell them apart at the last move. */
const replayPair = (task: Task, invariant: string, moves: readonly string[]): ReplayedTrace => {
  let steps: readonly ToldStep[] = [];
  for (const question of questionsOf(task, invariant)) {
    const played = playPair(question, moves);
    ({ steps } = played);
    const { pair } = played;
    if (!pair) continue;
    const told = { steps, pair, invariant, binding: { observer: question.observer } };
    const broken = { ...told, brokenAt: moves.length, fact: undefined, derivation: undefined };
    return { steps, broken: [broken] };
  }
  return { steps, broken: [] };
};
