import type { Fact, Meanings } from "../../promise/index.ts";
import { NotPossible } from "../../world/index.ts";
import { replayLive } from "../confirm.ts";
import type { Task } from "../task.ts";
import { labelOf, type Label } from "./label.ts";

/**
 * What is so step by step when a version makes the moves that another one has made; undefined where it cannot. Where not
 * every state of it was visited, this tells what it can do as well from what nobody has seen it do.
 */
export const followedBy = (
  task: Task,
  moves: readonly string[],
): readonly (readonly Fact[])[] | undefined => {
  try {
    return replayLive(task, moves).steps.map(({ facts }) => facts);
  } catch (error) {
    if (error instanceof NotPossible) return undefined;
    throw error;
  }
};

/** Whether something comes about; a harm, after no more duties of its kind of chat than these. */
export const comesAbout = (
  steps: readonly (readonly Fact[])[],
  label: Label,
  after: readonly string[],
  meanings: Meanings,
): boolean => {
  const done = new Set<string>();
  for (const fact of steps.flat()) {
    const seen = labelOf(meanings, fact);
    if (seen?.name === label.name)
      return label.is !== "harm" || [...done].every((duty) => after.includes(duty));
    if (seen?.is === "duty" && seen.chat === label.chat) done.add(seen.name);
  }
  return false;
};
