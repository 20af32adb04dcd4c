import type { RunTrace } from "./run.ts";
import type { Verdict } from "./verdict.ts";

/** A promise on which the verdict is another one, or the same on other evidence. */
export interface Flip {
  readonly invariant: string;
  readonly says: string;
  /** Whether the promise is worse off, better off, or neither: it cannot come up in one, or was not settled. */
  readonly is: "worse" | "better" | "other";
  readonly base: Standing;
  readonly head: Standing;
  /** A shortest story that breaks it under the one that does not keep it; undefined where neither is broken. */
  readonly witness: BreakingStory | undefined;
}

/** A verdict, and under which version. */
interface Standing {
  readonly protocol: string;
  readonly verdict: Verdict;
}

/** A story, and which of the two breaks its promise so. */
export interface BreakingStory extends RunTrace {
  readonly of: "base" | "head";
}

/** Evidence that is weaker or stronger under the head, although the verdict has not turned. */
export interface Drift {
  readonly invariant: string;
  readonly protocol: string;
  readonly weaker: readonly string[];
  readonly stronger: readonly string[];
}

export interface Narrowed {
  readonly scenario: string;
  readonly protocol: string;
  readonly ways: readonly string[];
}

export interface VerdictDifference {
  readonly flips: readonly Flip[];
  readonly drifts: readonly Drift[];
  /** Scenarios that go less far than they did. */
  readonly narrowed: readonly Narrowed[];
  /** What the base has and the head has not any more, and the reverse. */
  readonly gone: readonly string[];
  readonly added: readonly string[];
}
