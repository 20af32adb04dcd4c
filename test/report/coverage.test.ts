import { describe, expect, test } from "vitest";
import { buildReport } from "../../src/report/build.ts";
import { exitCodeOf } from "../../src/report/exit-code.ts";
import { markdownOf } from "../../src/report/markdown.ts";
import type { RunReport } from "../../src/report/run.ts";
import { tally } from "../../src/report/tally.ts";
import { coverageLines } from "../../src/report/terminal-coverage.ts";
import { styleFor } from "../../src/report/terminal-style.ts";
import type { Covered, SearchOutcome, Stopped } from "../../src/search/index.ts";
import { door, doorTask, materialOf } from "./material.ts";

const oak = door("oak");
const glass = door("glass");

/** "bell, transition idle user.ring": seen, or not if it begins with a minus. */
const covered = (text: string, reasons: Readonly<Record<string, string>> = {}): Covered => {
  const [, minus, part, what, name] = /^(-?)(\w+), (\w+) (.*)$/.exec(text)!;
  return {
    part: part!,
    what: what as Covered["what"],
    name: name!,
    seen: minus === "",
    times: minus === "" ? 3 : 0,
    because: reasons[name!],
  };
};

const found = (
  names: readonly string[],
  how: "visited" | "sampled" | Stopped = "visited",
  reasons: Readonly<Record<string, string>> = {},
): Partial<SearchOutcome> => ({
  coverage: names.map((name) => covered(name, reasons)),
  exhaustion:
    how === "sampled"
      ? undefined
      : { passes: [], unsliced: [], stopped: how === "visited" ? undefined : how },
});

const standings = ({ noted }: RunReport["protocols"][number]["coverage"]): string[] =>
  noted.map(({ part, what, name, standing }) => `${part}, ${what} ${name}: ${standing}`);

const dead = ["bell, state idle", "-bell, transition idle user.ring"];
const rung = ["bell, state idle", "bell, transition idle user.ring"];
const why = { "idle user.ring": "nobody ever comes" };

describe("what never comes up", () => {
  type Tasks = Parameters<typeof materialOf>[0];
  const cases: readonly (readonly [string, Tasks, boolean, string | undefined, number])[] = [
    ["fails, once everything was visited", [doorTask(oak, found(dead))], true, "dead", 3],
    ["is only listed after a selection", [doorTask(oak, found(dead))], false, "never", 0],
    [
      "is not known after random runs",
      [doorTask(oak, found(dead, "sampled"))],
      true,
      "not seen",
      0,
    ],
    [
      "is not known after a search that was stopped",
      [doorTask(oak, found(dead, "states"))],
      false,
      "not seen",
      0,
    ],
    [
      "is not known if one task with such a part was not visited completely",
      [doorTask(oak, found(dead)), doorTask(glass, found(dead, "sampled"))],
      true,
      "not seen",
      0,
    ],
    [
      "fails although a task without such a part was not visited completely",
      [doorTask(oak, found(dead)), doorTask(glass, found(["mat, state dry"], "sampled"))],
      true,
      "dead",
      3,
    ],
    [
      "may come up under another protocol",
      [doorTask(oak, found(dead)), doorTask(glass, found(rung, "sampled"))],
      true,
      undefined,
      0,
    ],
    ["may be explained", [doorTask(oak, found(dead, "visited", why))], true, "explained", 0],
    [
      "is contradicted by whatever shows it",
      [doorTask(oak, found(rung, "sampled", why))],
      false,
      "contradicted",
      1,
    ],
    [
      "is contradicted under one protocol, although it does not come up under another",
      [doorTask(oak, found(dead, "visited", why)), doorTask(glass, found(rung, "visited", why))],
      true,
      "contradicted",
      1,
    ],
  ];

  test.each(cases)("%s", (_, tasks, whole, standing, code) => {
    const run = buildReport(materialOf(tasks, { whole }));
    expect(run.coverage.noted.map((one) => one.standing)).toEqual(standing ? [standing] : []);
    expect(exitCodeOf(run, false)).toBe(code);
    expect(tally(run)).toContain(`, ${code > 0 ? 1 : 0} failed,`);
  });

  test("is told of each protocol by itself", () => {
    const tasks = [doorTask(oak, found(dead)), doorTask(glass, found(rung, "sampled"))];
    const run = buildReport(materialOf(tasks));
    expect(run.protocols.map(({ name, coverage }) => [name, ...standings(coverage)])).toEqual([
      ["glass"],
      ["oak", "bell, transition idle user.ring: never"],
    ]);
    expect(markdownOf(run)).toContain("- bell, never: `idle user.ring`");
  });

  test("is not asked of a variant's parts, but a variant may bring it about", () => {
    const versions = new Set(["oak"]);
    const strange = doorTask(glass, found(["-knocker, state still"]));
    const only = buildReport(materialOf([doorTask(oak, found(rung)), strange], { versions }));
    expect([exitCodeOf(only, false), only.coverage]).toEqual([
      0,
      { declared: 2, seen: 2, noted: [] },
    ]);
    const helping = [doorTask(oak, found(dead)), doorTask(glass, found(rung))];
    expect(exitCodeOf(buildReport(materialOf(helping, { versions })), false)).toBe(0);
  });

  test("is told without what follows from it", () => {
    const names = [
      "bell, state idle",
      "-bell, state off",
      "-bell, state off.dusty",
      "-bell, state offset",
      "-bell, transition idle user.ring",
      "-bell, transition idle user.ring #2",
      "-bell, transition idle other.user.ring",
      "-bell, transition idle net.stop",
      "-bell, transition off net.start",
      "-bell, transition off.dusty always",
      "-bell, intent user.ring",
      "-gong, transition off net.start",
    ];
    const { coverage } = buildReport(materialOf([doorTask(oak, found(names))]));
    expect(standings(coverage)).toEqual([
      "bell, intent user.ring: dead",
      "bell, state off: dead",
      "bell, state offset: dead",
      "bell, transition idle net.stop: dead",
      "bell, transition idle other.user.ring: dead",
      "gong, transition off net.start: dead",
    ]);
    expect(coverage).toMatchObject({ declared: 12, seen: 1 });
  });
});

describe("on the terminal", () => {
  const many = Array.from({ length: 14 }, (_, at) => `-bell, state s${at + 10}`);
  const told = (how: "visited" | "sampled", whole: boolean): string[] =>
    coverageLines(
      buildReport(materialOf([doorTask(oak, found(many, how))], { whole })),
      styleFor({ flag: false, env: {}, isTTY: false, columns: 100 }),
    );

  test("ten names are told of the whole project, and how many more there are", () => {
    for (const how of ["visited", "sampled"] as const) {
      const lines = told(how, true);
      expect(lines.filter((line) => line.includes('bell: state "s'))).toHaveLength(10);
      expect(lines.at(-1)).toBe("  and 4 more; the report lists them");
    }
  });

  test("a selection is told how much came up", () => {
    expect(told("visited", false)).toEqual([
      "came up: 0 of 14 states, transitions and intents of parts",
    ]);
  });
});
