import * as fc from "fast-check";
import { actionsOf, invariantsHold, start, type Action, type State } from "../notice/reference.ts";
import type { Size } from "../notice/sizes.ts";

/** An action of the hand-written checker as fast-check wants it; the model is all there is. */
class ActionCommand implements fc.Command<State, Count> {
  readonly #action: Action;

  constructor(action: Action) {
    this.#action = action;
  }

  check(state: Readonly<State>): boolean {
    return this.#action.enabled(state);
  }

  run(state: State, count: Count): void {
    this.#action.act(state);
    count.steps++;
    if (!invariantsHold(state)) throw new Error("an invariant is broken");
  }

  toString(): string {
    return this.#action.name;
  }
}

interface Count {
  steps: number;
}

/**
 * Model runs as fast-check's `commands` does them, on the hand-written checker; how many of the generated steps were
 * possible and thus made.
 */
export const commandRuns = (size: Size, most: number, runs: number, seed: number): number => {
  const count: Count = { steps: 0 };
  const commands = actionsOf(size, false).map((action) => fc.constant(new ActionCommand(action)));
  const property = fc.property(
    fc.commands(commands, { maxCommands: most, disableReplayLog: true }),
    (plan) => fc.modelRun(() => ({ model: start(size), real: count }), plan),
  );
  fc.assert(property, { numRuns: runs, seed });
  return count.steps;
};
