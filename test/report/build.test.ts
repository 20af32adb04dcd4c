import { describe, expect, test } from "vitest";
import { buildReport } from "../../src/report/build.ts";
import { exitCodeOf } from "../../src/report/exit-code.ts";
import { tally } from "../../src/report/tally.ts";
import { door, doorTask, materialOf, peeped } from "./material.ts";

const broken = { counterexamples: [peeped] };
const untested = { tested: { "D1.a": 40, "D2.a": 0 } };
const oak = door("oak");
const glass = door("glass");

describe("a report", () => {
  const run = buildReport(
    materialOf([doorTask(oak), doorTask(glass, broken, { expectsPeeping: true })]),
  );

  test("tells per protocol what its tasks found together", () => {
    const verdicts = run.protocols.map(({ name, invariants }) => [
      name,
      ...invariants.map(({ verdict }) => verdict),
    ]);
    expect(verdicts).toEqual([
      ["glass", "broken", "held, sampled"],
      ["oak", "held, sampled", "held, sampled"],
    ]);
  });

  test("keeps every trace under a key that its verdicts name", () => {
    const [trace] = run.traces;
    expect(trace).toMatchObject({
      key: "street/evening.glass.D1.a",
      expected: true,
      because: "glass is glass",
      moves: ["ana user.ring", "deliver ana→ben"],
      readers: { ben: ["the paper"] },
    });
    expect(run.protocols[0]!.invariants[0]!.traces).toEqual([trace!.key]);
    expect(run.tasks[0]!.invariants[0]!.traces).toEqual([trace!.key]);
  });

  test("follows every statement of the ledger", () => {
    expect(run.ledger?.rows.map(({ statement, status }) => [statement, status])).toEqual([
      ["S1", { glass: "broken", oak: "held, sampled" }],
      ["S2", { glass: "held, sampled", oak: "held, sampled" }],
      ["S3", { glass: "not checked", oak: "not checked" }],
    ]);
  });

  test("does not depend on the order in which tasks ended", () => {
    const tasks = [doorTask(oak), doorTask(glass, broken)];
    expect(JSON.stringify(buildReport(materialOf(tasks)))).toBe(
      JSON.stringify(buildReport(materialOf(tasks.toReversed()))),
    );
  });

  test("asks of a variant only what its scenarios are about", () => {
    const rest = { versions: new Set<string>() };
    const variant = buildReport(materialOf([doorTask(oak, untested)], rest));
    expect(exitCodeOf(variant, false)).toBe(0);
    const asked = [doorTask(oak, untested, { about: ["D2"] })];
    expect(exitCodeOf(buildReport(materialOf(asked, rest)), false)).toBe(3);
  });
});

describe("what a report amounts to", () => {
  const none = { runs: 0, moves: 0, partial: true, tested: { "D1.a": 0, "D2.a": 0 } };
  const excused = door("oak", { "D2.a": "nobody rings" });
  const cases: readonly (readonly [
    string,
    ReturnType<typeof materialOf>,
    boolean,
    number,
    string,
  ])[] = [
    ["all as expected", materialOf([doorTask(oak)]), false, 0, "1 passed, 0 failed, 0 skipped"],
    [
      "a break nobody expected",
      materialOf([doorTask(oak), doorTask(glass, broken)]),
      false,
      1,
      "1 passed, 1 failed, 0 skipped",
    ],
    [
      "an expected break that did not come",
      materialOf([doorTask(glass, {}, { expectsPeeping: true })]),
      false,
      1,
      "0 passed, 1 failed, 0 skipped",
    ],
    [
      "untested, and the scenario is about it",
      materialOf([doorTask(oak, untested, { about: ["D2.a"] })], { whole: false }),
      false,
      3,
      "0 passed, 1 failed, 0 skipped",
    ],
    [
      "untested by the whole project",
      materialOf([doorTask(oak, untested)]),
      false,
      3,
      "1 passed, 1 failed, 0 skipped",
    ],
    [
      "untested by a selection",
      materialOf([doorTask(oak, untested)], { whole: false }),
      false,
      0,
      "1 passed, 0 failed, 0 skipped",
    ],
    [
      "untested, for a reason",
      materialOf([doorTask(excused, untested)]),
      false,
      0,
      "1 passed, 0 failed, 0 skipped",
    ],
    [
      "tested, though said not to come up",
      materialOf([doorTask(excused)]),
      false,
      1,
      "0 passed, 1 failed, 0 skipped",
    ],
    [
      "interrupted before all began, after a break",
      materialOf([doorTask(oak, none), doorTask(glass, broken)], { whole: false }),
      true,
      130,
      "0 passed, 1 failed, 1 skipped",
    ],
    [
      "out of time",
      materialOf([doorTask(oak, none)], { whole: false }),
      false,
      3,
      "0 passed, 0 failed, 1 skipped",
    ],
    ["nothing", materialOf([]), false, 4, "0 passed, 0 failed, 0 skipped"],
  ];

  test.each(cases)("%s", (_, material, interrupted, code, line) => {
    const run = buildReport(material);
    expect([exitCodeOf(run, interrupted), tally(run)]).toEqual([code, line]);
  });
});
