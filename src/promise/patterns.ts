import { declaredAt, Mistake, mustKnowFields } from "../mistake.ts";
import type { Fact } from "./fact.ts";
import {
  and,
  earlier,
  not,
  once,
  or,
  proposition,
  since as sinceFormula,
  sinceAtLeast,
  yes,
  type Formula,
} from "./formula.ts";
import type { Pattern, PatternName } from "./invariant.ts";
import type { Noun } from "./noun.ts";
import type { FormulaRule } from "./rule.ts";

const no = not(yes);

interface Common {
  /** The invariant in one sentence. */
  readonly says: string;
  /** Fields that facts must share to concern each other. */
  readonly forTheSame?: readonly string[];
}

/** `door` is the pattern that a promise called. */
const make = (
  pattern: PatternName,
  door: (declaration: never) => Pattern,
  declaration: Common,
  nouns: Readonly<Record<string, Noun | undefined>>,
  rule: Partial<FormulaRule> & Pick<FormulaRule, "tested">,
  duration = 0,
): Pattern => {
  const { says, forTheSame = [] } = declaration;
  const place = declaredAt(door);
  mustKnowFields(
    `"${says}"`,
    declaration,
    ["says", ...Object.keys(nouns), "forTheSame", ...durations(pattern)],
    place,
  );
  if (!Number.isSafeInteger(duration) || duration < 0)
    throw new Mistake({
      what: `"${says}" waits ${duration} time units`,
      where: place,
      why: "durations are whole numbers, zero or more",
      todo: "correct the duration",
    });
  return {
    pattern,
    says,
    forTheSame,
    duration,
    nouns: Object.fromEntries(
      Object.entries(nouns).filter((entry): entry is [string, Noun] => entry[1] !== undefined),
    ),
    rule: { kind: "formula", violated: no, owed: undefined, witnessed: undefined, ...rule },
    place,
  };
};

/** What a pattern calls its duration. */
const durations = (pattern: PatternName): string[] =>
  pattern === "within" ? ["within"] : pattern === "notBefore" ? ["atLeast"] : [];

/** A noun that would change nothing, because what it limits is missing. */
const idle = (
  door: (declaration: never) => Pattern,
  says: string,
  given: string,
  missing: string,
): Mistake =>
  new Mistake({
    what: `"${says}" has "${given}" and no "${missing}"`,
    where: declaredAt(door),
    why: `"${given}" ends what "${missing}" begins, so alone it says nothing`,
    todo: `add "${missing}", or leave "${given}" out`,
  });

const unless = (noun: Noun | undefined): Formula => (noun ? proposition("unless") : no);

/**
 * Something must never happen; or never after one thing until another. `outOf` is the opportunity that counts as a
 * test: what could have gone wrong.
 */
export const never = (
  declaration: Common & {
    readonly what: Noun;
    readonly outOf: Noun;
    readonly after?: Noun;
    readonly until?: Noun;
  },
): Pattern => {
  const { what, outOf, after, until } = declaration;
  if (until && !after) throw idle(never, declaration.says, "until", "after");
  const forbidden = after
    ? sinceFormula(not(until ? proposition("until") : no), proposition("after"))
    : yes;
  return make(
    "never",
    never,
    declaration,
    { what, outOf, after, until },
    {
      tested: and(or(proposition("outOf"), proposition("what")), forbidden),
      violated: and(proposition("what"), forbidden),
    },
  );
};

/** Whenever something happens, it must be of a certain kind: `holds` applies to the same fact. */
export const always = (
  declaration: Common & { readonly whenever: Noun; readonly holds: Noun },
): Pattern => {
  const { whenever, holds } = declaration;
  return make(
    "always",
    always,
    declaration,
    { whenever, holds },
    {
      tested: proposition("whenever"),
      violated: and(proposition("whenever"), not(proposition("holds"))),
    },
  );
};

/** Precedence: whenever something happens, something else must already have happened (or happen by the same fact). */
export const before = (
  declaration: Common & {
    readonly whenever: Noun;
    readonly mustAlready: Noun;
    readonly unless?: Noun;
  },
): Pattern => {
  const { whenever, mustAlready, unless: except } = declaration;
  const tested = and(proposition("whenever"), not(unless(except)));
  return make(
    "before",
    before,
    declaration,
    { whenever, mustAlready, unless: except },
    {
      tested,
      violated: and(tested, not(once(proposition("mustAlready")))),
    },
  );
};

/** Precedence that goes stale: what must already have happened counts only until `since` happens. */
export const since = (
  declaration: Common & {
    readonly whenever: Noun;
    readonly mustAlready: Noun;
    readonly since: Noun;
    readonly unless?: Noun;
  },
): Pattern => {
  const { whenever, mustAlready, since: stale, unless: except } = declaration;
  const tested = and(proposition("whenever"), not(unless(except)));
  return make(
    "since",
    since,
    declaration,
    { whenever, mustAlready, since: stale, unless: except },
    {
      tested,
      violated: and(
        tested,
        not(sinceFormula(not(proposition("since")), proposition("mustAlready"))),
      ),
    },
  );
};

/**
 * Something happens at most once, or at most once in each period that `per` begins. From `unless` on, it may happen as
 * often as it likes.
 */
export const atMostOnce = (
  declaration: Common & { readonly what: Noun; readonly per?: Noun; readonly unless?: Noun },
): Pattern => {
  const { what, per, unless: except } = declaration;
  const begins = per ? proposition("per") : no;
  const again = earlier(sinceFormula(not(begins), proposition("what")));
  const counts = and(proposition("what"), except ? not(once(unless(except))) : yes);
  return make(
    "atMostOnce",
    atMostOnce,
    declaration,
    { what, per, unless: except },
    { tested: counts, violated: and(counts, not(begins), again) },
  );
};

/** Bounded response: something must follow within a duration (logical time units); broken when more has passed. */
export const within = (
  declaration: Common & {
    readonly whenever: Noun;
    readonly mustFollow: Noun;
    readonly within: number;
    readonly unless?: Noun;
  },
): Pattern => {
  const { whenever, mustFollow, within: duration, unless: except } = declaration;
  const done = or(proposition("mustFollow"), unless(except));
  const overdue = sinceAtLeast(duration + 1, not(done), and(proposition("whenever"), not(done)));
  return make(
    "within",
    within,
    declaration,
    { whenever, mustFollow, unless: except },
    { tested: proposition("whenever"), violated: and(overdue, not(earlier(overdue))) },
    duration,
  );
};

/** Something must not happen unless something else happened at least a duration ago. */
export const notBefore = (
  declaration: Common & {
    readonly what: Noun;
    readonly after: Noun;
    readonly atLeast: number;
    readonly unless?: Noun;
  },
): Pattern => {
  const { what, after, atLeast, unless: except } = declaration;
  const tested = and(proposition("what"), not(unless(except)));
  return make(
    "notBefore",
    notBefore,
    declaration,
    { what, after, unless: except },
    { tested, violated: and(tested, not(sinceAtLeast(atLeast, yes, proposition("after")))) },
    atLeast,
  );
};

/**
 * Response: something must follow some day. Judged when nothing more can happen by itself. What has `already`
 * happened, and not gone stale by `since`, leaves nothing to follow.
 */
export const leadsTo = (
  declaration: Common & {
    readonly whenever: Noun;
    readonly mustFollow: Noun;
    readonly already?: Noun;
    readonly since?: Noun;
    readonly unless?: Noun;
  },
): Pattern => {
  const { whenever, mustFollow, already, since: stale, unless: except } = declaration;
  if (stale && !already) throw idle(leadsTo, declaration.says, "since", "already");
  const done = or(proposition("mustFollow"), unless(except));
  const before = already
    ? sinceFormula(not(stale ? proposition("since") : no), proposition("already"))
    : no;
  return make(
    "leadsTo",
    leadsTo,
    declaration,
    { whenever, mustFollow, already, since: stale, unless: except },
    {
      tested: proposition("whenever"),
      owed: sinceFormula(not(done), and(proposition("whenever"), not(done), not(before))),
    },
  );
};

/** Something must be possible: a trace that shows it is asked for, so that doing nothing does not pass. */
export const possible = (declaration: Common & { readonly what: Noun }): Pattern =>
  make(
    "possible",
    possible,
    declaration,
    { what: declaration.what },
    {
      tested: proposition("what"),
      witnessed: proposition("what"),
    },
  );

/**
 * Whoever reads a message must belong to its audience: those it was made for, and whoever was given it by somebody in
 * the audience, and so on. `whenever` must name a `reader`; `shared` must name `by` and `reader`.
 */
export const confined = (
  declaration: Common & {
    readonly whenever: Noun;
    readonly shared: Noun;
    readonly audience: (read: Fact) => readonly string[];
  },
): Pattern => {
  const { says, whenever, shared, audience, forTheSame = ["message"] } = declaration;
  const place = declaredAt(confined);
  mustKnowFields(
    `"${says}"`,
    declaration,
    ["says", "whenever", "shared", "audience", "forTheSame"],
    place,
  );
  return {
    pattern: "confined",
    says,
    forTheSame,
    duration: 0,
    nouns: { whenever, shared },
    rule: { kind: "audience", audience },
    place,
  };
};
