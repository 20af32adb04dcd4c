import type { Literal } from "./fact.ts";
import { temporals, type Temporal } from "./formula.ts";
import type { Invariant } from "./invariant.ts";
import {
  bindingsIn,
  giftsIn,
  momentsOf,
  reasons,
  type Gift,
  type Moment,
  type TraceEntry,
} from "./judge.ts";
import { runRule, type FormulaRule } from "./rule.ts";

/** What one binding remembers: per temporal formula whether it is so, or for how long; or the gifts that were made. */
export type Memory = readonly (boolean | number)[] | readonly Gift[];

/**
 * All of a trace that an invariant's verdicts on what is still to come can depend on, per binding that remembers
 * anything; by the meaning of its formulas over the whole trace, as {@link judge} has it. So two traces that leave the
 * same memory may be continued by the same breaks.
 */
export const memory = (
  invariant: Invariant,
  trace: readonly TraceEntry[],
  domains: Readonly<Record<string, readonly Literal[]>> = {},
): Readonly<Record<string, Memory>> => {
  const rule = runRule(invariant.rule);
  const memories = bindingsIn(invariant, trace, domains).map((binding): [string, Memory] => [
    JSON.stringify(binding),
    rule.kind === "audience"
      ? differentGifts(giftsIn(invariant, trace, binding))
      : standing(rule, momentsOf(invariant, trace, binding)),
  ]);
  return Object.fromEntries(
    memories
      .filter(([, remembered]) => remembered.some(Boolean))
      .toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
};

const standing = (
  { tested, violated, owed, witnessed }: FormulaRule,
  moments: readonly Moment[],
): (boolean | number)[] =>
  [tested, violated, owed, witnessed]
    .flatMap((formula) => (formula ? temporals(formula) : []))
    .map((formula) => standingOf(formula, moments));

/** Ages count from 1, up to where more makes no difference. */
const standingOf = (formula: Temporal, moments: readonly Moment[]): boolean | number => {
  const last = moments.length - 1;
  const ages = reasons(formula, moments, last).map((at) => moments[last]!.time - moments[at]!.time);
  switch (formula.is) {
    case "once":
    case "since":
      return ages.length > 0;
    case "sinceAtLeast":
      return Math.min(formula.duration, Math.max(-1, ...ages)) + 1;
    default: {
      const youngest = Math.min(Infinity, ...ages);
      return youngest < formula.duration ? youngest + 1 : 0;
    }
  }
};

const differentGifts = (gifts: readonly Gift[]): Gift[] =>
  [...new Map(gifts.map((gift) => [JSON.stringify([gift.by, gift.to]), gift]))]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, gift]) => gift);
