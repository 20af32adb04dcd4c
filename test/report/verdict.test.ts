import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  metBy,
  protocolMet,
  protocolVerdictOf,
  verdictOf,
  type Evidence,
  type Met,
  type Verdict,
} from "../../src/report/verdict.ts";

const nothing: Evidence = {
  broken: false,
  tested: 0,
  witnessed: undefined,
  expected: "holds",
  partial: false,
  exhaustive: false,
  unresolved: false,
};
const broken = { broken: true, tested: 3 };
const possible = { witnessed: false };
const exhaustively = "held, exhaustively within bounds";

/** What is known, whether the scenario is about it, the verdict, and how it compares with what was expected. */
const table: readonly (readonly [string, Partial<Evidence>, boolean, Verdict, Met])[] = [
  ["held", { tested: 3 }, true, "held, sampled", "met"],
  ["held in a partial run", { tested: 3, partial: true }, true, "held, sampled", "met"],
  ["broken, and should hold", broken, true, "broken", "unexpected"],
  ["never tested", {}, false, "untested", "met"],
  ["never tested, though it is about it", {}, true, "untested", "insufficient"],
  ["broken, as expected", { ...broken, expected: "breaks" }, true, "broken", "met"],
  [
    "held, and should break",
    { tested: 3, expected: "breaks" },
    true,
    "held, sampled",
    "unexpected",
  ],
  ["untested, and should break", { expected: "breaks" }, false, "untested", "unexpected"],
  [
    "not broken yet when it was stopped",
    { tested: 3, expected: "breaks", partial: true },
    false,
    "inconclusive",
    "insufficient",
  ],
  [
    "broken before it was stopped",
    { ...broken, expected: "breaks", partial: true },
    true,
    "broken",
    "met",
  ],
  ["does not come up", { expected: "notApplicable" }, true, "notApplicable", "met"],
  [
    "comes up though it should not",
    { tested: 1, expected: "notApplicable" },
    false,
    "held, sampled",
    "unexpected",
  ],
  [
    "breaks though it should not come up",
    { ...broken, expected: "notApplicable" },
    false,
    "broken",
    "unexpected",
  ],
  ["possible, and seen", { tested: 1, witnessed: true }, true, "held, sampled", "met"],
  ["possible, and not seen", possible, true, "untested", "insufficient"],
  ["held in every state", { tested: 3, exhaustive: true }, true, exhaustively, "met"],
  ["tested in no state", { exhaustive: true }, true, "untested", "insufficient"],
  ["broken in some state", { ...broken, exhaustive: true }, true, "broken", "unexpected"],
  [
    "not broken in the states that were visited before it was stopped",
    { tested: 3, exhaustive: true, partial: true },
    false,
    "inconclusive",
    "insufficient",
  ],
  [
    "seen to be possible before it was stopped",
    { tested: 1, witnessed: true, exhaustive: true, partial: true },
    true,
    exhaustively,
    "met",
  ],
];

describe("the verdict of a task", () => {
  test.each(table)("%s", (_, known, about, verdict, met) => {
    const evidence = { ...nothing, ...known };
    expect([verdictOf(evidence), metBy(evidence, about)]).toEqual([verdict, met]);
  });

  test("a break is a break, whatever was expected, and no evidence is never a held promise", () => {
    const evidence = fc.record({
      broken: fc.boolean(),
      tested: fc.nat(3),
      witnessed: fc.constantFrom(undefined, true, false),
      expected: fc.constantFrom("holds" as const, "breaks" as const, "notApplicable" as const),
      partial: fc.boolean(),
      exhaustive: fc.boolean(),
      unresolved: fc.boolean(),
    });
    fc.assert(
      fc.property(evidence, fc.boolean(), (each, about) => {
        expect(verdictOf(each) === "broken").toBe(each.broken);
        if (each.tested === 0 && each.witnessed !== true)
          expect(verdictOf(each)).not.toContain("held");
        if (each.partial && each.witnessed !== true && each.exhaustive)
          expect(verdictOf(each)).not.toContain("held");
        if (each.unresolved) expect(verdictOf(each)).not.toContain("held");
        if (each.broken) expect(metBy(each, about) === "met").toBe(each.expected === "breaks");
      }),
    );
  });
});

describe("the verdict of a protocol", () => {
  const cases: readonly (readonly [
    readonly Verdict[],
    { notApplicable?: boolean; complete?: boolean; tested?: number },
    Verdict,
    Met,
  ])[] = [
    [["held, sampled", "broken", "untested"], { tested: 2 }, "broken", "met"],
    [["held, sampled", "untested"], { tested: 2 }, "held, sampled", "met"],
    [["held, sampled", "inconclusive"], { tested: 2 }, "inconclusive", "insufficient"],
    [["untested", "untested"], {}, "untested", "met"],
    [["untested"], { complete: true }, "untested", "insufficient"],
    [["notApplicable"], { complete: true }, "untested", "insufficient"],
    [["notApplicable"], { complete: true, notApplicable: true }, "notApplicable", "met"],
    [["held, sampled"], { notApplicable: true, tested: 1 }, "held, sampled", "unexpected"],
    [["broken"], { notApplicable: true, tested: 1 }, "broken", "unexpected"],
    [[], { complete: true }, "untested", "insufficient"],
  ];

  test.each(cases)("%j %j: %s, %s", (verdicts, known, verdict, met) => {
    const evidence = { verdicts, tested: 0, notApplicable: false, complete: false, ...known };
    expect([protocolVerdictOf(evidence), protocolMet(evidence)]).toEqual([verdict, met]);
  });
});
