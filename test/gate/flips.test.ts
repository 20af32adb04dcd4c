import { describe, expect, test } from "vitest";
import { differenceLines, differenceReport, verdictDifference } from "../../src/gate/index.ts";
import { styleFor } from "../../src/report/terminal-style.ts";
import type { RunReport, Verdict } from "../../src/report/index.ts";

/** What is asked of a run here: verdicts on promises, how often they were put to the test, and what broke them. */
interface Found {
  readonly verdicts: Readonly<Record<string, readonly [verdict: Verdict, tested: number]>>;
  readonly breaking?: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly scenarios?: Readonly<Record<string, number>>;
}

const bounds = (most: number) => ({
  moves: undefined,
  limits: { letters: most },
  faults: {},
  oneKindOfFault: false,
  sliced: false,
});

const run = (protocol: string, { verdicts, breaking = {}, scenarios = { post: 2 } }: Found) =>
  ({
    promises: [{ invariants: Object.keys(verdicts).map((id) => ({ id })) }],
    protocols: [
      {
        name: protocol,
        invariants: Object.entries(verdicts).map(([id, [verdict, tested]]) => ({
          id,
          says: `what ${id} says`,
          verdict,
          tested,
          bounds: bounds(2),
        })),
      },
    ],
    tasks: Object.entries(scenarios).map(([scenario, most]) => ({
      scenario,
      says: `somebody is at the ${scenario}`,
      protocol,
      bounds: bounds(most),
    })),
    traces: Object.entries(breaking).flatMap(([invariant, traces]) =>
      traces.map((moves) => ({ protocol, invariant, scenario: "post", moves })),
    ),
  }) as unknown as RunReport;

const between = (base: Found, head: Found) =>
  verdictDifference({ base: run("old", base), head: run("new", head), versions: [["old", "new"]] });

const all = "held, exhaustively within bounds";
const some = "held, sampled";

describe("a verdict", () => {
  test.for<[before: Verdict, now: Verdict, is: string]>([
    [all, "broken", "worse"],
    [some, "broken", "worse"],
    ["notApplicable", "broken", "worse"],
    ["broken", all, "better"],
    ["broken", "notApplicable", "better"],
    ["notApplicable", all, "other"],
    [all, some, "drift"],
    [all, "untested", "drift"],
    ["broken", "untested", "drift"],
    [some, "inconclusive", "drift"],
    ["broken", "broken", "same"],
    [all, all, "same"],
    ["notApplicable", "untested", "same"],
  ])("from %s to %s is %s", ([before, now, is]) => {
    const moves = { breaking: { P1: [["c", "b", "a"], ["a"]] } };
    const { flips, drifts } = between(
      { verdicts: { P1: [before, 10] }, ...(before === "broken" ? moves : {}) },
      { verdicts: { P1: [now, 10] }, ...(now === "broken" ? moves : {}) },
    );
    expect([...flips.map((flip) => flip.is), ...drifts.map(() => "drift")]).toEqual(
      is === "same" ? [] : [is],
    );
    const witness = { worse: "head", better: "base" }[is];
    if (witness) expect(flips[0]!.witness).toMatchObject({ of: witness, moves: ["a"] });
  });
});

test("evidence that has halved is weaker, and stronger the other way round", () => {
  const [much, little]: Found[] = [9, 4].map((times) => ({ verdicts: { P1: [all, times] } }));
  const weaker = ["put to the test 4 times instead of 9 times"];
  expect(between(much!, little!).drifts).toMatchObject([{ weaker, stronger: [] }]);
  expect(between(little!, much!).drifts).toMatchObject([{ weaker: [], stronger: weaker }]);
});

test.for<[what: string, scenarios: Readonly<Record<string, number>>]>([
  ["is gone", { walk: 2 }],
  ["goes less far", { post: 1 }],
])("a promise is no better off where the scenario that broke it %s", ([, scenarios]) => {
  const { flips, drifts } = between(
    { verdicts: { P1: ["broken", 9] }, breaking: { P1: [["a"]] } },
    { verdicts: { P1: [all, 9] }, scenarios },
  );
  expect(flips).toEqual([]);
  expect(drifts).toMatchObject([{ weaker: ["no scenario that broke it goes as far as it did"] }]);
});

test("what a search had not come to when it was stopped is no verdict", () => {
  const before: Found = {
    verdicts: { P1: ["broken", 9], P2: [all, 9] },
    breaking: { P1: [["a"]] },
  };
  const now: Found = { verdicts: { P1: [some, 1], P2: ["broken", 1] }, breaking: { P2: [["b"]] } };
  const runs = { base: run("old", before), head: { ...run("new", now), partial: true } };
  const { flips, drifts } = verdictDifference({ ...runs, versions: [["old", "new"]] });
  expect(flips).toMatchObject([{ invariant: "P2", is: "worse" }]);
  expect(drifts).toEqual([]);
});

test("what is gone, new or goes less far is told, and a promise that is gone is no improvement", () => {
  const promises = between(
    { verdicts: { P1: [all, 1], P2: [all, 1] }, scenarios: { post: 2, walk: 1 } },
    { verdicts: { P1: [all, 1], P3: [all, 1] }, scenarios: { post: 1, swim: 1 } },
  );
  expect(promises).toMatchObject({
    flips: [],
    gone: ["promise P2", "scenario walk under old"],
    added: ["promise P3", "scenario swim under new"],
    narrowed: [{ scenario: "post", ways: ["limit letters 1 instead of 2"] }],
  });
  const report = differenceReport("old", "new", [], { promises });
  expect(report.improvement).toBe(false);
  const style = styleFor({ flag: false, env: {}, isTTY: false, columns: 40 });
  const lines = differenceLines(report, style);
  expect(lines).toContain("✗ promise P2 is gone");
  expect(lines).toContain("✗ new is worse than old");
});
