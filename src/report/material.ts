import type { Ledger, PrivacyPromise } from "../promise/index.ts";
import type { SearchOutcome } from "../search/index.ts";
import type { Protocol, Scenario } from "../world/index.ts";
import type { SourceOf } from "./promises-told.ts";
import type { Standing, StateChange } from "./run.ts";

/** What live actors show of a trace beside its facts. */
export interface Account {
  readonly start: Standing;
  /** Who can read what in the end: names of messages by coalition. */
  readonly readers: Readonly<Record<string, readonly string[]>>;
  /** For each step, the parts whose state changed. */
  readonly changes: readonly (readonly StateChange[])[];
}

/** One task and what its search found. */
export interface TaskMaterial {
  readonly scenarioName: string;
  readonly scenario: Scenario;
  readonly protocol: Protocol;
  readonly outcome: SearchOutcome;
  /** For each counterexample of the outcome. */
  readonly accounts: readonly Account[];
}

/** Everything that a report is made of. */
export interface Material {
  readonly version: string;
  readonly seed: number;
  readonly runs: number;
  /** Whether every cause of a break was asked for. */
  readonly causes: boolean;
  readonly whole: boolean;
  readonly modelHash: string;
  /** The folder of the project, from which files are named. */
  readonly folder: string;
  /** Digests of the code of what invariants say; none, if left out. */
  readonly sourceOf?: SourceOf | undefined;
  readonly promises: readonly PrivacyPromise[];
  /** Names of the protocols that models declare; others are variants, made for single scenarios. */
  readonly versions: ReadonlySet<string>;
  readonly ledger: Ledger | undefined;
  readonly tasks: readonly TaskMaterial[];
  /** What would have been searched if it were not only sampled. */
  readonly leftOut: readonly Pick<TaskMaterial, "scenarioName" | "scenario" | "protocol">[];
}
