import type { AnyStateMachine } from "xstate";

/** A step of more microsteps than this never comes to rest. */
export const microstepsMost = 1000;

/** Runs a step of a machine with a bound on its microsteps, which XState leaves open by default. */
export const bounded = <T>(machine: AnyStateMachine, work: () => T): T => {
  const options = machine.options as { maxIterations: number | undefined };
  const own = options.maxIterations;
  options.maxIterations = Math.min(own ?? Infinity, microstepsMost);
  try {
    return work();
  } finally {
    options.maxIterations = own;
  }
};

/** Whether an error is XState's way to say that the bound was passed. */
export const isEndless = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith("Infinite loop detected");
