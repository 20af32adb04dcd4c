import type { RunReport } from "../report/index.ts";
import type { Accepted } from "./accepted.ts";
import type { TeethFile } from "./teeth.ts";

/** What the gate looks at. */
export interface Compared {
  readonly run: RunReport;
  readonly accepted: Accepted;
  /** What mutants have shown. */
  readonly teeth: TeethFile;
  /** Hash of the sabotages and accepted survivors that the project declares; "" where there are none. */
  readonly declared: string;
  /** The hash of what models and scenarios say. */
  readonly said: string;
  /** The day on which it is asked. */
  readonly today: string;
}

/** What a rule says of a change. */
export interface Outcome {
  /** What is wrong, each in a sentence; nothing, if the rule is kept. */
  readonly wrong: readonly string[];
  /** What has become better. */
  readonly better: readonly string[];
  /** What else should be known, although it is no fault. */
  readonly noted: readonly string[];
}

/** One rule of the gate. */
export interface Rule {
  readonly id: string;
  readonly says: string;
  /** What there is to do where it is not kept. */
  readonly todo: string;
  readonly judge: (compared: Compared) => Partial<Outcome>;
}

/** Protocols of the run that the gate is about: versions that models declare, not variants made for single scenarios. */
export const versionsIn = ({ protocols }: RunReport): RunReport["protocols"] =>
  protocols.filter(({ variant }) => !variant);
