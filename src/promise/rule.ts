import type { Fact } from "./fact.ts";
import type { Formula } from "./formula.ts";
import type { RelationalRule } from "./relational.ts";

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

/** What is true of one run or not. */
export type RunRule = FormulaRule | AudienceRule;

export type Rule = RunRule | RelationalRule;

/** The rule of an invariant that is asked of one run at a time; one about pairs of runs has no truth in a single one. */
export const runRule = (rule: Rule): RunRule => {
  if (rule.kind !== "relational") return rule;
  throw new Error("an invariant about two runs was asked of one");
};
