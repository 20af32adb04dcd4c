import type { RunReport, RunTask } from "../report/index.ts";
import type { Accepted, Played } from "./accepted.ts";
import { knownAgain } from "./known-again.ts";

/** An accepted scenario under one protocol, and what has become of it; undefined where it is not played any more. */
export interface Fate {
  readonly protocol: string;
  readonly scenario: string;
  readonly before: Played;
  readonly now: RunTask | undefined;
}

/** What has become of the scenarios that were accepted. */
export const fatesOf = (accepted: Accepted, run: RunReport): readonly Fate[] =>
  Object.entries(accepted.scenarios).flatMap(([protocol, scenarios]) => {
    const tasks = run.tasks.filter((task) => task.protocol === protocol);
    return Object.entries(scenarios).map(([scenario, before]) => ({
      protocol,
      scenario,
      before,
      now: knownAgain({ scenario, says: before.says }, (name) => name in scenarios, tasks),
    }));
  });
