import { describe, expect, test } from "vitest";
import {
  accept,
  gate,
  mutantsPage,
  noTeeth,
  nothingAccepted,
  readAccepted,
  readTeeth,
  withTeeth,
  type Accepted,
  type GateReport,
} from "../../src/gate/index.ts";
import { buildReport, type RunReport, type Teeth } from "../../src/report/index.ts";
import { Mistake } from "../../src/mistake.ts";
import { door, doorTask, materialOf, peeped } from "../report/material.ts";
import { mutantOf, teethOf } from "../report/teeth.ts";
import type { Counterexample } from "../../src/search/index.ts";

const oak = door("oak");
const glass = door("glass");

const otherWay: Counterexample = {
  ...peeped,
  steps: [...peeped.steps, { move: "ben user.look", facts: [] }],
  cause: { ...peeped.cause, id: "another-cause-00", steps: ["person: user.look do peep"] },
};

/** A street with an oak door that keeps its promises and a glass one that does not. */
const street = (
  breaks: {
    readonly oak?: readonly Counterexample[];
    readonly glass?: readonly Counterexample[];
  } = {},
): RunReport =>
  buildReport(
    materialOf(
      [
        doorTask(oak, { counterexamples: breaks.oak ?? [] }),
        doorTask(glass, { counterexamples: breaks.glass ?? [peeped] }, { expectsPeeping: true }),
      ],
      { causes: true },
    ),
  );

const reviewed = {
  by: "Ana",
  today: "2026-03-01",
  expires: "2026-09-01",
  reason: undefined,
  only: [],
};
const accepted = accept(nothingAccepted, street(), reviewed);

const judged = (run: RunReport, by: Accepted = accepted, today = "2026-04-01"): GateReport =>
  gate({ run, accepted: by, today, teeth: noTeeth, declared: "", said: "so" });

type Judged = GateReport["rules"][number];

const failing = ({ rules }: GateReport): string[] =>
  rules.filter(({ passed }) => !passed).map(({ id }) => id);

const wrongIn = ({ rules }: GateReport, id: string): readonly string[] =>
  rules.find((rule) => rule.id === id)!.wrong;

/** The same run with something else in it. */
const changed = (run: RunReport, change: (run: RunReport) => void): RunReport => {
  const copy = structuredClone(run);
  change(copy);
  return copy;
};

type Writable<T> = { -readonly [Key in keyof T]: Writable<T[Key]> };
const oakIn = (run: RunReport, id: string) =>
  run.protocols
    .find(({ name }) => name === "oak")!
    .invariants.find((invariant) => invariant.id === id)! as Writable<
    RunReport["protocols"][0]["invariants"][0]
  >;

describe("the gate is open", () => {
  test("for what was accepted, and lists every rule", () => {
    const report = judged(street());
    expect(report.passed).toBe(true);
    expect(report.rules.map(({ id }) => id)).toEqual([
      "verdicts",
      "causes",
      "expiry",
      "meaning",
      "evidence",
      "completeness",
      "teeth",
    ]);
  });

  test("for an accepted break up to the last day, and shows it", () => {
    const { passed, rules } = judged(street(), accepted, "2026-09-01");
    expect(passed).toBe(true);
    expect(rules.find(({ id }) => id === "expiry")!.noted).toEqual([
      "D1.a under glass, accepted by Ana until 2026-09-01: glass is glass",
    ]);
  });

  test("for what has become better, and says so", () => {
    const { passed, rules } = judged(street({ glass: [] }));
    expect(passed).toBe(true);
    expect(rules[0]!.better).toEqual(["D1.a under glass: broken → held, sampled"]);
    expect(rules[1]!.noted.join()).toContain("is not found any more");
  });
});

describe("the gate is shut", () => {
  test("for a project of which nothing was accepted", () => {
    expect(failing(judged(street(), nothingAccepted))).toEqual(["causes", "meaning"]);
  });

  test("when a promise breaks that was kept, whatever scenarios expect of it", () => {
    const report = judged(street({ oak: [{ ...peeped, protocol: "oak" }] }));
    expect(failing(report)).toEqual(["verdicts", "causes"]);
    expect(wrongIn(report, "verdicts")).toEqual([
      "D1.a under oak: held, sampled → broken. nobody peeps",
    ]);
  });

  test("for a second cause of an accepted break, deeper than the first", () => {
    const report = judged(street({ glass: [peeped, otherWay] }));
    expect(failing(report)).toEqual(["causes"]);
    expect(wrongIn(report, "causes")).toEqual([
      "D1.a under glass breaks for a reason that nobody has accepted: another-cause-00, 3 moves in street/evening",
    ]);
  });

  test("on the day after an acceptance has expired", () => {
    expect(failing(judged(street(), accepted, "2026-09-02"))).toEqual(["expiry"]);
  });

  test.each<[string, (run: RunReport) => void, string]>([
    [
      "the sentence of a promise",
      ({ promises }) => void Object.assign(promises[0]!, { says: "Nobody looks in by day." }),
      "D1.a changed: the sentence of its promise",
    ],
    [
      "a paragraph",
      ({ promises }) => void Object.assign(promises[0]!.invariants[0]!, { paragraph: "No." }),
      "D1.a changed: its paragraph",
    ],
    [
      "a formula",
      ({ promises }) => void Object.assign(promises[0]!.invariants[0]!, { formula: "true" }),
      "D1.a changed: its formula",
    ],
    [
      "the code of a noun",
      ({ promises }) => void Object.assign(promises[0]!.invariants[0]!, { words: { what: "0" } }),
      "D1.a changed: the code of what",
    ],
    [
      "a fact",
      ({ promises }) =>
        void Object.assign(promises[0]!.invariants[0]!, { words: { "fact rung": "0" } }),
      "D1.a changed: the fact rung",
    ],
    [
      "a reading",
      ({ promises }) => void Object.assign(promises[0]!, { reading: "By night, too" }),
      "D1.a changed: how it is read",
    ],
  ])("when %s has changed", (_, change, wrong) => {
    const report = judged(changed(street(), change));
    expect(failing(report)).toEqual(["meaning"]);
    expect(wrongIn(report, "meaning")).toEqual([wrong]);
  });

  test.each<[string, (run: RunReport) => void, string]>([
    [
      "nothing puts a promise to the test",
      (run) => void Object.assign(oakIn(run, "D1.a"), { verdict: "untested", tested: 0 }),
      "nothing puts it to the test any more",
    ],
    [
      "it was put to the test less than half as often",
      (run) => void Object.assign(oakIn(run, "D1.a"), { tested: 19 }),
      "put to the test 19 times instead of 40 times",
    ],
    [
      "a limit is smaller",
      (run) => void (oakIn(run, "D1.a").bounds.limits["rings"] = 1),
      "limit rings 1 instead of 2",
    ],
    [
      "stories are shorter",
      (run) => void (oakIn(run, "D1.a").bounds.moves = 8),
      "stories end after 8 moves",
    ],
  ])("when %s", (_, change, wrong) => {
    const report = judged(changed(street(), change));
    expect(failing(report)).toEqual(["evidence"]);
    expect(wrongIn(report, "evidence")).toEqual([`D1.a under oak: ${wrong}`]);
  });

  test("not yet when it was put to the test half as often", () => {
    const half = changed(street(), (run) => void (oakIn(run, "D1.a").tested = 20));
    expect(judged(half).passed).toBe(true);
  });

  test("when an invariant is gone, or a version", () => {
    const fewer = changed(street(), (run) => {
      (run as Writable<RunReport>).promises.pop();
      (run as Writable<RunReport>).protocols.shift();
    });
    expect(wrongIn(judged(fewer), "completeness")).toEqual([
      "D2.a is gone",
      "no scenario is played under glass any more",
    ]);
  });
});

describe("what mutants have shown", () => {
  const run = street();
  const kills = run.promises.flatMap(({ invariants }) =>
    invariants.map(({ id }) => ({ by: id, in: "street", moves: ["user.look"], shortest: true })),
  );
  const known = teethOf(
    [
      ...Array.from({ length: 9 }, (_, at) => mutantOf("drop guard", at, { kills })),
      mutantOf("drop tag", 1, { outcome: "survived", tested: ["D1.a"] }),
      mutantOf("sabotage", 1, { kills, breaks: ["D1.a"] }),
    ],
    kills.map(({ by }) => by),
    {
      models: "so",
      declared: "of some",
      survivors: { "person: drop tag door user.look 1": "whoever looks may look" },
    },
  );
  const shown = (teeth: Partial<Teeth>, of = run, declared = "of some"): Judged => {
    const protocols = { oak: { ...known, ...teeth } };
    const file = readTeeth(JSON.stringify({ ...noTeeth, protocols }), "mutants.json");
    const { rules } = gate({
      run: of,
      accepted,
      today: "2026-04-01",
      teeth: file,
      declared,
      said: "so",
    });
    return rules.find(({ id }) => id === "teeth")!;
  };

  test("opens the gate where every invariant bites, and tells the score", () => {
    expect(shown({})).toMatchObject({
      passed: true,
      noted: ["of 10 mutants of oak 90 % are noticed, and 1 of 1 sabotages"],
    });
  });

  test.each<[string, Partial<Teeth>, string]>([
    ["an invariant that nothing breaks", { toothless: ["D1.a"] }, "D1.a is toothless"],
    [
      "a survivor without a reason",
      { survivors: { "person: drop tag": "" } },
      "nobody says why: person: drop tag",
    ],
    [
      "a sabotage that is not noticed",
      { unnoticed: { "sabotage keyhole": ["D1.a"] } },
      "sabotage keyhole of oak is not noticed by D1.a",
    ],
    ["mutants of other models", { models: "others" }, "tried on other models"],
    ["sabotages of another day", { declared: "others" }, "have changed since"],
    ["an invariant that is new", { invariants: {} }, "D1.a was never put before mutants of oak"],
  ])("shuts it for %s", (_, teeth, wrong) => {
    const { passed, wrong: told } = shown(teeth);
    expect(passed).toBe(false);
    expect(told.join("\n")).toContain(wrong);
  });

  test("is not shut for an invariant that nothing under the version puts to the test", () => {
    const protocols = run.protocols.map((protocol) => ({
      ...protocol,
      invariants: protocol.invariants.map((one) => ({ ...one, verdict: "untested" as const })),
    }));
    expect(shown({ invariants: {} }, { ...run, protocols }).passed).toBe(true);
  });

  test.each([
    ["is said where a project has none", "", true],
    ["shuts it where sabotages are declared", "of some", false],
  ])("nothing %s", (_, declared, passes) => {
    const { rules } = gate({
      run,
      accepted,
      today: "2026-04-01",
      teeth: noTeeth,
      declared,
      said: "so",
    });
    const { passed, wrong, noted } = rules.find(({ id }) => id === "teeth")!;
    expect(passed).toBe(passes);
    expect([...wrong, ...noted].join()).toContain("nobody knows what the promises would catch");
  });

  test.each([
    ["cut short", '{"schema":', /not JSON/],
    [
      "with a mutant of which nobody knows what came of it",
      JSON.stringify({ ...noTeeth, protocols: { oak: { ...known, mutants: [{ name: "half" }] } } }),
      /mutants of oak is not all there/,
    ],
    ["of another version", '{"schema":"sealcheck.teeth/0","protocols":{}}', /schema/],
    [
      "with something missing",
      JSON.stringify({ ...noTeeth, protocols: { oak: { ...known, toothless: undefined } } }),
      /mutants of oak is not all there/,
    ],
  ])("a file %s is refused", (_, text, told) => {
    expect(() => readTeeth(text, "mutants.json")).toThrow(told);
  });
});

describe("the page of mutants", () => {
  const teeth = teethOf([mutantOf("drop guard", 1)], ["D1.a"], { models: "m", declared: "d" });
  const file = withTeeth(noTeeth, "oak", teeth);

  test.each([
    ["of these models", { models: "m", declared: "d" }, [false, false]],
    ["of other models", { models: "n", declared: "d" }, [true, false]],
    ["of other sabotages", { models: "m", declared: "e" }, [false, true]],
  ])("says that mutants are %s", (_, at, [otherModels, otherDeclared]) => {
    const [version] = mutantsPage(file, at)!.versions;
    expect(version).toMatchObject({ ...teeth, protocol: "oak", otherModels, otherDeclared });
  });

  test("is none where nothing is known", () => {
    expect(mutantsPage(noTeeth, { models: "m", declared: "" })).toBeUndefined();
  });
});

describe("scenarios are known by name, or by their sentence", () => {
  type Task = Writable<RunReport["tasks"][0]>;
  const underOak = (run: RunReport): Task =>
    run.tasks.find(({ protocol }) => protocol === "oak")! as Task;

  test.each<[string, (run: RunReport) => void, string, readonly string[]]>([
    [
      "one that is gone",
      (run) => void (run as Writable<RunReport>).tasks.splice(run.tasks.indexOf(underOak(run)), 1),
      "completeness",
      ["street/evening is not played under oak any more"],
    ],
    [
      "one in which less may be done, whatever others still allow",
      (run) => void (underOak(run).bounds.limits["rings"] = 1),
      "evidence",
      ["street/evening under oak: limit rings 1 instead of 2"],
    ],
    [
      "one in which less may be done, in a file of another name",
      (run) => {
        underOak(run).scenario = "street/night";
        underOak(run).bounds.limits["rings"] = 1;
      },
      "evidence",
      ["street/evening under oak: limit rings 1 instead of 2"],
    ],
  ])("%s shuts the gate", (_, change, rule, wrong) => {
    const report = judged(changed(street(), change));
    expect(failing(report)).toEqual([rule]);
    expect(wrongIn(report, rule)).toEqual(wrong);
  });

  test.each<[string, (task: Task) => void]>([
    ["a file that was moved", (task) => void (task.scenario = "street/night")],
    ["a sentence that was reworded", (task) => void (task.says = "It is getting dark.")],
    ["more that may be done", (task) => void (task.bounds.limits["rings"] = 3)],
  ])("%s does not", (_, change) => {
    expect(judged(changed(street(), (run) => change(underOak(run)))).passed).toBe(true);
  });
});

describe("accepting", () => {
  test("writes a dated entry in somebody's name, and what the file says can be read again", () => {
    expect(accepted.log).toMatchObject([{ date: "2026-03-01", by: "Ana" }]);
    expect(readAccepted(JSON.stringify(accepted), "accepted.json")).toEqual(accepted);
  });

  test("of one promise leaves the others as they were", () => {
    const run = changed(street({ glass: [peeped, otherWay] }), ({ promises }) => {
      Object.assign(promises[0]!, { says: "Nobody looks in by day." });
      Object.assign(promises[1]!, { says: "Whoever rings twice is let in." });
    });
    const next = accept(accepted, run, { ...reviewed, only: ["D2"] });
    expect(failing(judged(run, next))).toEqual(["causes", "meaning"]);
    expect(wrongIn(judged(run, next), "meaning")).toEqual([
      "D1.a changed: the sentence of its promise",
    ]);
  });

  test("forgets what is not found any more", () => {
    expect(accept(accepted, street({ glass: [] }), reviewed).findings).toEqual([]);
  });

  test.each<[string, () => unknown, RegExp]>([
    [
      "a break without a last day",
      () => accept(nothingAccepted, street(), { ...reviewed, expires: undefined }),
      /accepted only for a time/,
    ],
    [
      "a break without a reason",
      () => accept(accepted, street({ oak: [{ ...peeped, protocol: "oak" }] }), reviewed),
      /no reason why it may/,
    ],
    [
      "a file that is cut short",
      () => readAccepted('{"schema":\n"sealch', "a.json"),
      /at a\.json:2/,
    ],
    ["an empty file", () => readAccepted("", "a.json"), /is not JSON/],
    [
      "a file of another version",
      () => readAccepted(JSON.stringify(accepted).replace("accepted/1", "accepted/2"), "a.json"),
      /has the schema "sealcheck.accepted\/2"/,
    ],
    [
      "a meaning that lost its words",
      () => readAccepted(JSON.stringify(accepted).replace('"words"', '"word"'), "a.json"),
      /D1\.a was accepted to say is not all there/,
    ],
    [
      "a verdict that lost its bounds",
      () => readAccepted(JSON.stringify(accepted).replace('"bounds"', '"bound"'), "a.json"),
      /accepted verdict on D1\.a under \w+ is not all there/,
    ],
    [
      "a scenario that lost its sentence",
      () =>
        readAccepted(
          JSON.stringify({ ...accepted, scenarios: { oak: { dusk: { bounds: {} } } } }),
          "a.json",
        ),
      /how far dusk was played under oak is not all there/,
    ],
    [
      "a finding that is nothing",
      () => readAccepted(JSON.stringify({ ...accepted, findings: [null] }), "a.json"),
      /an accepted finding is no JSON object/,
    ],
    [
      "a day that is none",
      () => readAccepted(JSON.stringify(accepted).replaceAll("2026-09-01", "2026-02-30"), "a.json"),
      /"2026-02-30", which is no day/,
    ],
  ])("refuses %s", (_, act, told) => {
    expect(act).toThrow(Mistake);
    expect(act).toThrow(told);
  });
});
