import type { GateRule } from "./formats/showing.ts";

/** What the gate says of a run, as its page shows it; traces by their places in the run. */
export interface GatePage {
  /** The day on which it was asked. */
  readonly today: string;
  readonly passed: boolean;
  readonly rules: readonly JudgedRule[];
  /** Causes of breaks that nobody has accepted. */
  readonly unaccepted: readonly UnacceptedCause[];
  /** Breaks that may be there, those first that have to be looked at again soonest. */
  readonly findings: readonly AcceptedFinding[];
  /** Who accepted what, the newest first. */
  readonly log: readonly {
    readonly date: string;
    readonly by: string;
    readonly reason: string;
    readonly what: readonly string[];
  }[];
}

/** A rule of the gate with everything that it says. */
export interface JudgedRule extends GateRule {
  /** What else should be known, although it is no fault. */
  readonly noted: readonly string[];
  /** What there is to do where it is not kept. */
  readonly todo: string;
}

/** Why a promise breaks, by the steps without which it would not. */
export interface GateCause {
  readonly id: string;
  readonly steps: readonly string[];
  /** The stories that break it so; none, where it is not found any more. */
  readonly traces: readonly number[];
}

export interface UnacceptedCause extends GateCause {
  readonly protocol: string;
  readonly invariant: string;
}

/** Breaks of one invariant under one protocol that somebody let through, for a reason and for a time. */
export interface AcceptedFinding {
  readonly protocol: string;
  readonly invariant: string;
  readonly reason: string;
  readonly owner: string;
  /** Days: since when, and the last one on which it counts. */
  readonly accepted: string;
  readonly expires: string;
  /** From today on, this day included; 0 once it is over. */
  readonly daysLeft: number;
  readonly causes: readonly GateCause[];
}
