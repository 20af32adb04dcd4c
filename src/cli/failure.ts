import { Mistake } from "../mistake.ts";
import type { Failure } from "./jobs.ts";

/** A fault of ours: tables and live actors disagree, or the program crashed. Never a verdict; exit code 70. */
export class InternalError extends Error {
  override readonly name = "InternalError";
}

/** An error in a form that can travel between threads. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof Mistake) return { kind: "mistake", text: error.text };
  if (!(error instanceof Error)) return { kind: "internal", message: String(error) };
  // A disagreement tells both accounts by itself; of a crash, the stack says most.
  const told = error.name === "Disagreement" || error instanceof InternalError;
  return { kind: "internal", message: told ? error.message : (error.stack ?? error.message) };
};

/** The error that a failure stands for. */
export const errorOf = (failure: Failure): Mistake | InternalError =>
  failure.kind === "mistake" ? new Mistake(failure.text) : new InternalError(failure.message);

/** Any error as one of the two kinds that the command line tells apart. */
export const sorted = (error: unknown): Mistake | InternalError => errorOf(failureOf(error));
