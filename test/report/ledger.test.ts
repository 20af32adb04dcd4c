import { describe, expect, test } from "vitest";
import { ledgerStatus, type LedgerStatus } from "../../src/report/ledger-status.ts";
import type { Verdict } from "../../src/report/verdict.ts";

describe("a statement of the ledger", () => {
  const cases: readonly (readonly [Readonly<Record<string, Verdict>>, string[], LedgerStatus])[] = [
    [{}, [], "not checked"],
    [{ a: "held, sampled" }, [], "held, sampled"],
    [{ a: "held, sampled", b: "notApplicable" }, [], "held, sampled"],
    [{ a: "notApplicable" }, [], "notApplicable"],
    [{ a: "held, sampled", b: "untested" }, [], "untested"],
    [{ a: "untested", b: "inconclusive" }, [], "inconclusive"],
    [{ a: "held, sampled", b: "broken" }, [], "broken"],
    [{ a: "held, sampled", b: "broken" }, ["b"], "truth gap"],
    [{ a: "broken", b: "broken" }, ["b"], "broken"],
    [{ a: "held, sampled", b: "held, sampled" }, ["b"], "held, sampled"],
    [{ a: "untested", b: "broken" }, ["b"], "truth gap"],
  ];

  test.each(cases)("%j, accepted as a gap %j: %s", (verdicts, gap, status) => {
    const invariants = Object.entries(verdicts).map(([id, verdict]) => ({ id, verdict }));
    expect(ledgerStatus(invariants, gap)).toBe(status);
    expect(ledgerStatus(invariants.toReversed(), gap)).toBe(status);
  });
});
