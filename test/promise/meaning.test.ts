import { describe, expect, test } from "vitest";
import {
  always,
  atMostOnce,
  before,
  leadsTo,
  never,
  notBefore,
  possible,
  since,
  vocabulary,
  within,
  type Fact,
} from "../../src/promise/index.ts";
import type { Pattern } from "../../src/promise/invariant.ts";
import { judged, Watcher, type Entry } from "./watch.ts";

const { noun } = vocabulary<{ happened: { is: string; who: string } }>();
const is = (letter: string) =>
  noun({ of: "happened", says: `it is ${letter}`, when: (fact) => fact.is.includes(letter) });
const [a, b, c, d] = ["a", "b", "c", "d"].map(is) as [
  ReturnType<typeof is>,
  ReturnType<typeof is>,
  ReturnType<typeof is>,
  ReturnType<typeof is>,
];

/** A trace as words: letters are one fact that is all of them, `/x` is about x instead of ana, +3 is time passing. */
const traceOf = (words: string): Entry[] =>
  words
    .split(" ")
    .filter((word) => word !== "")
    .map((word): Entry => {
      if (word.startsWith("+")) return Number(word);
      const [letters, who = "ana"] = word.split("/");
      return { type: "happened", is: letters!, who } as Fact;
    });

type Verdict = "keeps" | "breaks" | "never tests";

/** What a trace does to a promise: monitor and naive evaluator must both say so. */
const check = (pattern: Pattern, words: string, verdict: Verdict): void => {
  const invariant = { ...pattern, id: "M1" };
  const trace = traceOf(words);
  for (const { tested, violations, witnessed } of [
    judged(invariant, trace, "quiescent"),
    new Watcher(invariant).watch(trace, "quiescent"),
  ]) {
    const broken = violations.length > 0 || (pattern.pattern === "possible" && !witnessed);
    const found = broken ? "breaks" : tested > 0 ? "keeps" : "never tests";
    expect(found, `"${words}"`).toBe(verdict);
  }
};

const says = "it is as it should be";
const forTheSame = ["who"];

interface Meaning {
  readonly says: string;
  readonly pattern: Pattern;
  readonly keeps?: readonly string[];
  readonly breaks?: readonly string[];
  readonly untested?: readonly string[];
}

const meanings: readonly Meaning[] = [
  {
    says: "never a, out of b",
    pattern: never({ says, what: a, outOf: b }),
    keeps: ["b", "c b +3"],
    breaks: ["a", "b a", "ab", "a b b"],
    untested: ["", "c", "+9"],
  },
  {
    says: "never a after c",
    pattern: never({ says, what: a, outOf: b, after: c }),
    keeps: ["c b", "a c b"],
    breaks: ["c a", "c b a", "ac", "c +9 a"],
    untested: ["a", "a b", "b c"],
  },
  {
    says: "never a after c, until d",
    pattern: never({ says, what: a, outOf: b, after: c, until: d }),
    keeps: ["c b d a", "c b"],
    breaks: ["c a", "c d c a", "c d c a d"],
    untested: ["c d a", "c ad", "a", "d a b"],
  },
  {
    says: "never a after c, for the same person",
    pattern: never({ says, what: a, outOf: b, after: c, forTheSame }),
    keeps: ["c/ana a/bob b/ana"],
    breaks: ["c/ana a/ana", "c/bob c/ana a/bob"],
    untested: ["c/ana a/bob"],
  },
  {
    says: "whenever a, always b",
    pattern: always({ says, whenever: a, holds: b }),
    keeps: ["ab", "b ab c"],
    breaks: ["a", "b a", "a b", "ab a"],
    untested: ["", "b", "c +1"],
  },
  {
    says: "b before a",
    pattern: before({ says, whenever: a, mustAlready: b }),
    keeps: ["b a", "b c +7 a a", "ab"],
    breaks: ["a", "a b", "c a b a"],
    untested: ["b", "", "c"],
  },
  {
    says: "b before a, unless c",
    pattern: before({ says, whenever: a, mustAlready: b, unless: c }),
    keeps: ["b a", "ac b a", "b ac a"],
    breaks: ["c a", "ac a"],
    untested: ["ac", "c"],
  },
  {
    says: "b before a, for the same person",
    pattern: before({ says, whenever: a, mustAlready: b, forTheSame }),
    keeps: ["b/ana a/ana"],
    breaks: ["b/ana a/bob", "b/ana a/ana a/bob"],
  },
  {
    says: "b before a, and since then no c",
    pattern: since({ says, whenever: a, mustAlready: b, since: c }),
    keeps: ["b a", "b a a", "c b a", "b c b a", "bc a", "ab"],
    breaks: ["a", "b c a", "b a c a", "b ac", "c a"],
    untested: ["b c", ""],
  },
  {
    says: "b before a and since then no c, unless d",
    pattern: since({ says, whenever: a, mustAlready: b, since: c, unless: d }),
    keeps: ["b c ad b a"],
    breaks: ["b c a", "d a"],
    untested: ["b c ad"],
  },
  {
    says: "a at most once",
    pattern: atMostOnce({ says, what: a }),
    keeps: ["a", "a b +5 c"],
    breaks: ["a a", "a b a", "a +9 a"],
    untested: ["", "b b"],
  },
  {
    says: "a at most once per b",
    pattern: atMostOnce({ says, what: a, per: b }),
    keeps: ["a b a", "b a", "a ab", "ab ab"],
    breaks: ["a a", "b a a", "ab a", "a b a c a"],
    untested: ["b b"],
  },
  {
    says: "a at most once, unless c",
    pattern: atMostOnce({ says, what: a, unless: c }),
    keeps: ["a", "a c a", "a ac a a", "a b +5"],
    breaks: ["a a", "a a c", "a +9 b a c a"],
    untested: ["b", "c a a", "ac"],
  },
  {
    says: "a at most once per b, unless c",
    pattern: atMostOnce({ says, what: a, per: b, unless: c }),
    keeps: ["a b a", "a c a a", "a b a c a"],
    breaks: ["a a", "a b a a c"],
  },
  {
    says: "a at most once, for the same person",
    pattern: atMostOnce({ says, what: a, forTheSame }),
    keeps: ["a/ana a/bob"],
    breaks: ["a/ana a/bob a/ana"],
  },
  {
    says: "b within 5 of a",
    pattern: within({ says, whenever: a, mustFollow: b, within: 5 }),
    keeps: ["a b", "a +5 b", "a +2 +3 b", "ab +9", "a +3 a +2 b +9", "a", "a +5", "a +1 c +4"],
    breaks: [
      "a +6",
      "a +6 b",
      "b a +6",
      "a +3 c +3",
      "a b a +6",
      "a +3 a +3 b",
      "a +1 +1 +1 +1 +2",
    ],
    untested: ["+9", "b +9", "c"],
  },
  {
    says: "b within 5 of a, unless c",
    pattern: within({ says, whenever: a, mustFollow: b, within: 5, unless: c }),
    keeps: ["a c +9", "ac +9", "a +5 c +9"],
    breaks: ["c a +6", "a +6 c", "ac a +6"],
  },
  {
    says: "b within 5 of a, for the same person",
    pattern: within({ says, whenever: a, mustFollow: b, within: 5, forTheSame }),
    keeps: ["a/ana a/bob +5 b/bob b/ana +1"],
    breaks: ["a/ana +5 b/bob +1", "a/ana +3 a/bob +2 b/ana +4"],
  },
  {
    says: "b within no time of a",
    pattern: within({ says, whenever: a, mustFollow: b, within: 0 }),
    keeps: ["a b +1", "ab +1", "a"],
    breaks: ["a +1 b", "a +1"],
  },
  {
    says: "no a before 5 have passed since b",
    pattern: notBefore({ says, what: a, after: b, atLeast: 5 }),
    keeps: ["b +5 a", "b +2 +3 a", "b +9 a a", "b +3 b +2 a"],
    breaks: ["a", "b a", "b +4 a", "+9 a", "ab", "+9 b a", "b +4 a +1"],
    untested: ["b", "b +9", "+9"],
  },
  {
    says: "no a before 5 have passed since b, unless c",
    pattern: notBefore({ says, what: a, after: b, atLeast: 5, unless: c }),
    keeps: ["ac b +5 a"],
    breaks: ["c a", "ac a"],
    untested: ["ac", "b ac"],
  },
  {
    says: "a leads to b",
    pattern: leadsTo({ says, whenever: a, mustFollow: b }),
    keeps: ["a b", "a c +99 b", "a a b", "ab"],
    breaks: ["a", "b a", "a b a", "a +1"],
    untested: ["", "b", "c"],
  },
  {
    says: "a leads to b, unless c",
    pattern: leadsTo({ says, whenever: a, mustFollow: b, unless: c }),
    keeps: ["a c", "ac", "a b"],
    breaks: ["c a", "a c a"],
  },
  {
    says: "a leads to b, for the same person",
    pattern: leadsTo({ says, whenever: a, mustFollow: b, forTheSame }),
    keeps: ["a/ana a/bob b/bob b/ana"],
    breaks: ["a/ana b/bob", "a/ana a/bob b/bob"],
  },
  {
    says: "a is possible",
    pattern: possible({ says, what: a }),
    keeps: ["a", "b a c", "a a"],
    breaks: ["", "b", "+9"],
  },
];

describe.for(meanings)("$says", ({ pattern, keeps = [], breaks = [], untested = [] }) => {
  const rows = [
    ...keeps.map((words) => [words, "keeps"] as const),
    ...breaks.map((words) => [words, "breaks"] as const),
    ...untested.map((words) => [words, "never tests"] as const),
  ];
  test.for(rows)("“%s” %s it", ([words, verdict]) => check(pattern, words, verdict));
});

test("every pattern but the audience of messages has its meaning fixed here", () => {
  expect(new Set(meanings.map(({ pattern }) => pattern.pattern)).size).toBe(9);
});

test("what is owed breaks only when nothing more can happen", () => {
  const invariant = { ...leadsTo({ says, whenever: a, mustFollow: b }), id: "M1" };
  for (const judge of [
    (end: "quiescent" | "cut") => judged(invariant, traceOf("a"), end),
    (end: "quiescent" | "cut") => new Watcher(invariant).watch(traceOf("a"), end),
  ]) {
    expect(judge("cut").violations).toEqual([]);
    expect(judge("quiescent").violations).toEqual([{ binding: [], at: "end" }]);
  }
});
