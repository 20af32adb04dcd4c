import type { Fact } from "./fact.ts";
import type { Formula } from "./formula.ts";

/** What a pattern asks of every binding: formulas over the propositions that its nouns make. */
export interface FormulaRule {
  readonly kind: "formula";
  /** True at facts that put the invariant to the test. */
  readonly tested: Formula;
  /** True at facts (or moments) that break it. */
  readonly violated: Formula;
  /** True while something is still owed; breaks it when nothing more can happen. */
  readonly owed: Formula | undefined;
  /** True at facts (or moments) that show what must be possible. */
  readonly witnessed: Formula | undefined;
}

/** Who may read something: those for whom it was made, and those they let read it. */
export interface AudienceRule {
  readonly kind: "audience";
  /** For whom a message was made, from the fact that somebody read it. */
  readonly audience: (read: Fact) => readonly string[];
}

export type Rule = FormulaRule | AudienceRule;
