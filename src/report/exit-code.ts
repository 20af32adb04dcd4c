import type { RunReport } from "./run.ts";

/** What the command line answers with. Where several apply: internal, usage, interrupted, broken, insufficient, nothing. */
export const ExitCode = {
  /** Everything is as expected. */
  ok: 0,
  /** A promise broke that should have held, or held that should have broken, or something came up that was said not to. */
  broken: 1,
  /** A mistake in what was asked for, or in the project. */
  usage: 2,
  /** Something was not put to the test that should have been, or is in a model and never comes up. */
  insufficient: 3,
  /** Nothing was selected. */
  nothing: 4,
  /** A fault of ours. */
  internal: 70,
  interrupted: 130,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The exit code that a report amounts to. */
export const exitCodeOf = (
  { tasks, protocols, coverage }: Pick<RunReport, "tasks" | "protocols" | "coverage">,
  interrupted: boolean,
): ExitCode => {
  const invariants = protocols.flatMap((protocol) => protocol.invariants);
  if (interrupted) return ExitCode.interrupted;
  if (tasks.some(({ status }) => status === "failed")) return ExitCode.broken;
  if (invariants.some(({ unexpected }) => unexpected)) return ExitCode.broken;
  if (coverage.noted.some(({ standing }) => standing === "contradicted")) return ExitCode.broken;
  if (tasks.some(({ status }) => status !== "passed")) return ExitCode.insufficient;
  if (invariants.some(({ insufficient }) => insufficient)) return ExitCode.insufficient;
  if (coverage.noted.some(({ standing }) => standing === "dead")) return ExitCode.insufficient;
  return tasks.length === 0 ? ExitCode.nothing : ExitCode.ok;
};
