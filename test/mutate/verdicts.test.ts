import { describe, expect, test } from "vitest";
import { learn, sabotage, send } from "../../src/index.ts";
import { Wholes } from "../../src/mutate/alike.ts";
import { acceptedSurvivors } from "../../src/mutate/accepted.ts";
import { mutantOf } from "../../src/mutate/from-sabotage.ts";
import { survey } from "../../src/mutate/survey.ts";
import { judge } from "../../src/mutate/verdict.ts";
import { noWiring } from "../../src/mutate/wiring-survey.ts";
import { effort } from "../../src/mutate/workshop.ts";
import { matrixOf, Workshop, type Verdict } from "../../src/mutate/index.ts";
import { complaintsIn, matrixExitCode } from "../../src/report/matrix-words.ts";
import { b, confession, speaker } from "./booth.ts";

const eavesdropping = sabotage({
  says: "The clerk stands behind the curtain.",
  breaks: ["B.a"],
  of: speaker,
  wiring: {
    "speaker.speaks": (honest) => [
      ...honest,
      learn(({ carried }) => ({ who: "clerk", term: carried })),
    ],
  },
});

const workshop = new Workshop([confession], [{ name: "eavesdropping", sabotage: eavesdropping }]);
const verdicts = new Map(workshop.mutants.map(({ name }) => [name, workshop.try(name)]));

const outcomes: readonly (readonly [Verdict["outcome"], string, string])[] = [
  ["killed", "sabotage eavesdropping", "B.a"],
  ["killed", "speaker: widen recipients speaker.speaks to clerk", "B.a"],
  ["killed", "speaker: drop tag inside warned", "B.b"],
  ["killed", "speaker: add transition outside user.speak", "B.b"],
  ["killed", "speaker: drop effect speaker.speaks send", "B.c"],
  ["killed", "speaker: drop action outside user.enter warn", "B.d"],
  ["reported", "speaker: forget field count warnings", ""],
  ["reported", "speaker: drop transition inside user.speak", ""],
  ["same", "speaker: add transition inside user.enter", ""],
  ["alike", "listener: widen recipients listener.hears to clerk", ""],
  ["survived", "speaker: too late patience", ""],
  ["survived", "speaker: repeat action inside user.speak speak", ""],
];

describe("what becomes of a mutant", () => {
  test("there are many, each under a name of its own, with a line and a diff", () => {
    const { mutants } = workshop;
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    expect(mutants.length).toBeGreaterThan(25);
    for (const { where, diff } of mutants) {
      expect(where?.file).toMatch(/booth\.ts$|verdicts\.test\.ts$/);
      expect(diff.length).toBeGreaterThan(0);
    }
  });

  test.each(outcomes)("%s: %s %s", (outcome, name, invariant) => {
    const verdict = verdicts.get(name)!;
    expect(verdict.outcome).toBe(outcome);
    if (invariant !== "") expect(verdict.kills.map((kill) => kill.invariant)).toContain(invariant);
  });

  test("one that fails only deeper than it was tried at first is no model, and stops nobody", () => {
    const lost = sabotage({
      says: "What is spoken goes to nobody.",
      breaks: ["B.a"],
      of: speaker,
      wiring: {
        "speaker.speaks": () => [
          send(() => ({ over: "nowhere", to: "nobody", event: { type: "net.bell" } })),
        ],
      },
    });
    const near = [survey(confession, effort.survey, noWiring())];
    const shallow = { ...effort, first: { states: 1, faulty: 0, runs: 0 } };
    const { outcome, because } = judge(mutantOf("lost", lost), near, new Wholes(), shallow);
    expect(outcome).toBe("refused");
    expect(because).toMatch(/wants to send/);
  });

  test("an event that never comes in a state is no mutant, and is told", () => {
    const { mutants, unasked } = workshop;
    expect(unasked).toEqual([]);
    const deaf = { ...confession, scenario: { ...confession.scenario, mayDo: { sinner: [] } } };
    const alone = new Workshop([deaf], []);
    expect(alone.unasked).toContain("speaker in outside gets user.speak");
    expect(mutants.length).toBeGreaterThan(alone.mutants.length);
  });

  test("the story of a kill is a shortest one", () => {
    const [kill] = verdicts.get("sabotage eavesdropping")!.kills;
    expect(kill).toEqual({
      invariant: "B.a",
      scenarios: ["confession"],
      moves: ["sinner user.enter", "sinner user.speak"],
      shortest: true,
    });
  });

  test("the same in another workshop", () => {
    const again = new Workshop([confession], [{ name: "eavesdropping", sabotage: eavesdropping }]);
    for (const [name, verdict] of verdicts) expect(again.try(name)).toEqual(verdict);
  });
});

describe("what mutants say of promises", () => {
  const all = [...verdicts.values()];
  const about = {
    protocol: "booth",
    models: "",
    declared: "",
    effort,
    complete: true,
    untried: [],
    unasked: [],
    broken: [] as string[],
  };
  const every = new Set(["B.a", "B.b", "B.c", "B.d"]);
  const matrixWith = (because: Readonly<Record<string, string>>, tried = all) =>
    matrixOf(about, tried, [b], every, acceptedSurvivors(because));

  test("every invariant has bitten, and survivors without a reason fail", () => {
    const matrix = matrixWith({ "speaker: *": "it is only a booth" });
    expect(matrix.toothless).toEqual([]);
    expect(matrix.survivors.length).toBeGreaterThan(3);
    expect(complaintsIn(matrix)).toEqual([]);
    expect(matrixExitCode(matrix, false)).toBe(0);
    expect(matrixExitCode(matrixWith({}), false)).toBe(1);
  });

  test("an invariant that nothing breaks is named", () => {
    const blind = all.map((verdict) => ({
      ...verdict,
      kills: verdict.kills.filter(({ invariant }) => invariant !== "B.b"),
    }));
    const matrix = matrixWith({ "speaker: *": "it is only a booth" }, blind);
    expect(complaintsIn(matrix)).toEqual(["B.b is toothless: no mutant breaks it"]);
    // One that the version itself breaks shows that something can.
    const broken = { ...about, broken: ["B.b"] };
    const accepted = acceptedSurvivors({ "speaker: *": "it is only a booth" });
    expect(complaintsIn(matrixOf(broken, blind, [b], every, accepted))).toEqual([]);
  });

  test("a sabotage that is not noticed by what it names fails", () => {
    const deaf = all.map((verdict) => ({ ...verdict, kills: [] }));
    expect(complaintsIn(matrixWith({ "*": "whatever" }, deaf))).toContain(
      "sabotage eavesdropping is not noticed by B.a, which it names",
    );
  });

  test("what was accepted and does not survive is told", () => {
    const matrix = matrixWith({ "speaker: *": "it is only a booth", "priest: *": "no such part" });
    expect(complaintsIn(matrix)).toEqual(['no survivor fits what was accepted as "priest: *"']);
  });

  test("a search that was cut off says nothing of teeth, and is not enough", () => {
    const few = { ...about, complete: false };
    const matrix = matrixOf(few, [], [b], every, acceptedSurvivors({}));
    expect(complaintsIn(matrix)).toEqual([]);
    expect(matrixExitCode(matrix, false)).toBe(3);
  });
});
