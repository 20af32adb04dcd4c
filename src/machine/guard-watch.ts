import type {
  AnyMachineSnapshot,
  AnyStateMachine,
  AnyTransitionDefinition,
  EventObject,
} from "xstate";
import { evaluateGuard } from "xstate/guards";
import { chartOf } from "./chart.ts";

/** A guard that was asked, by its transition, and what it said. */
export interface GuardAnswer {
  readonly transition: AnyTransitionDefinition;
  readonly passed: boolean;
}

/** What XState hands to a guard that looks for itself, such as its own `and`. */
type Check = (
  snapshot: AnyMachineSnapshot,
  { context, event }: { readonly context: unknown; readonly event: EventObject },
) => boolean;

/**
 * A copy of a machine whose guards tell what they are asked and what they say. XState decides which guards it asks at
 * all (none after one that passed, none of a state whose inner states have an answer), so they are watched, not guessed.
 */
export class GuardWatch {
  readonly machine: AnyStateMachine;
  #answers: GuardAnswer[] | undefined;

  constructor(machine: AnyStateMachine) {
    this.machine = machine.provide({} as never) as AnyStateMachine;
    for (const transition of chartOf(this.machine).transitions.keys())
      if (transition.guard !== undefined) this.#watch(transition);
  }

  /** Notes what guards say while some work is done. */
  noting(answers: GuardAnswer[], work: () => AnyMachineSnapshot): AnyMachineSnapshot {
    this.#answers = answers;
    try {
      return work();
    } finally {
      this.#answers = undefined;
    }
  }

  #watch(transition: AnyTransitionDefinition): void {
    const { guard } = transition;
    const check: Check = (snapshot, { context, event }) => {
      const passed = evaluateGuard(guard!, context as never, event, snapshot);
      this.#answers?.push({ transition, passed });
      return passed;
    };
    (transition as { guard: unknown }).guard = Object.assign(() => false, { check });
  }
}
