import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildReport } from "../../src/report/build.ts";
import { markdownOf } from "../../src/report/markdown.ts";
import { measured, tableWarnings, type Telemetry } from "../../src/report/telemetry.ts";
import { lastLine, summaryLines, taskLines } from "../../src/report/terminal-run.ts";
import { coloured, styleFor, unicode } from "../../src/report/terminal-style.ts";
import { shown, wrapped } from "../../src/report/terminal-wrap.ts";
import { door, doorTask, materialOf, peeped } from "./material.ts";

const escape = "\u001b";

describe("colours", () => {
  const tty = { isTTY: true, columns: 80 };
  const pipe = { isTTY: false, columns: undefined };
  test.each([
    [undefined, {}, tty, true],
    [undefined, {}, pipe, false],
    [undefined, { TERM: "dumb" }, tty, false],
    [undefined, { NO_COLOR: "1" }, tty, false],
    [undefined, { NO_COLOR: "" }, tty, true],
    [undefined, { FORCE_COLOR: "1" }, pipe, true],
    [undefined, { FORCE_COLOR: "0" }, tty, false],
    [undefined, { NO_COLOR: "1", FORCE_COLOR: "1" }, pipe, false],
    [true, { NO_COLOR: "1" }, pipe, true],
    [false, { FORCE_COLOR: "1" }, tty, false],
  ])("flag %s, %j, %j: %s", (flag, env, terminal, expected) => {
    expect(coloured({ flag, env, ...terminal })).toBe(expected);
    expect(
      styleFor({ flag, env, ...terminal })
        .bad("x")
        .includes(escape),
    ).toBe(expected);
  });

  test.each([
    [{}, true],
    [{ LANG: "en_US.UTF-8" }, true],
    [{ LANG: "C" }, false],
    [{ LANG: "en_US.UTF-8", LC_ALL: "POSIX" }, false],
    [{ LC_CTYPE: "C.utf8", LANG: "C" }, true],
  ])("signs beyond ASCII in %j: %s", (env, expected) => {
    expect(unicode(env)).toBe(expected);
  });
});

describe("wrapping", () => {
  const words = fc.array(fc.stringMatching(/^[a-z→]{1,14}$/), { minLength: 1, maxLength: 30 });

  test("loses no word, and no line of several words is too long", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 16, max: 40 }), fc.nat(8), (all, width, indent) => {
        const lines = wrapped(all.join(" "), width, indent);
        expect(lines.join(" ").split(/ +/)).toEqual(all);
        for (const line of lines)
          if (line.trim().includes(" ")) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });

  test("colours take no room", () => {
    expect(shown(`${escape}[31mred${escape}[39m`)).toBe("red");
  });
});

describe("the terminal", () => {
  const telemetry: Telemetry = {
    schema: "sealcheck.telemetry/1",
    workers: 2,
    wallSeconds: 1,
    cpuSeconds: 2,
    moves: 900,
    movesPerSecond: 900,
    tasks: [],
    warnings: ['the table "door" grows'],
  };
  const broken = { counterexamples: [peeped] };
  const unexpected = buildReport(materialOf([doorTask(door("glass"), broken)]));
  const expected = buildReport(
    materialOf([doorTask(door("glass"), broken, { expectsPeeping: true })]),
  );
  const look = (env: Readonly<Record<string, string>>, columns: number) =>
    styleFor({ flag: false, env, isTTY: true, columns });
  const lines = (run: typeof expected, env = {}, columns = 60) =>
    summaryLines(run, telemetry, "reports/latest/report.md", look(env, columns));

  test("tells an unexpected break in full, an expected one in short", () => {
    const [full, short] = [lines(unexpected).join("\n"), lines(expected).join("\n")];
    expect(full).toContain("ana: outside → waiting");
    expect(full).toContain("found in run 17 with 9 moves, told with 2 moves");
    expect(short).not.toContain("ana: outside → waiting");
    expect(short).toContain("expected: Glass is glass.");
    for (const text of [full, short]) expect(text).toMatch(/✗ +2 {2}ana→ben delivers/);
  });

  test.each([60, 80, 100])(
    "keeps within %i columns, and never cuts the replay command",
    (columns) => {
      const all = lines(unexpected, {}, columns);
      expect(all).toContain(`  replay: sealcheck replay ${peeped.token}`);
      for (const line of all)
        if (!line.includes(peeped.token)) expect(line.length).toBeLessThanOrEqual(columns);
    },
  );

  test("is at least 60 and at most 100 columns wide", () => {
    expect([20, 60, 77, 100, 200].map((columns) => look({}, columns).width)).toEqual([
      60, 60, 77, 100, 100,
    ]);
  });

  test("shows nothing that an old terminal cannot", () => {
    const style = look({ LANG: "C" }, 80);
    const task = taskLines(unexpected.tasks[0]!, { seconds: 1, visited: undefined }, 20, style);
    expect(task[0]).toContain("[FAIL]");
    for (const line of [...task, ...lines(unexpected, { LANG: "C" }, 80)])
      expect(style.plain(line)).toMatch(/^\p{ASCII}*$/u);
  });

  test("passes warnings on, and ends with a plain count", () => {
    expect(lines(expected).join("\n")).toContain('warning: the table "door" grows');
    expect(lastLine(expected)).toBe("1 passed, 0 failed, 0 skipped");
  });
});

test("what a scenario lets people do and nobody has under a protocol is told", () => {
  const task = doorTask(door("glass"));
  const outcome = { ...task.outcome, lacks: ["ben user.knock"] };
  const run = buildReport(materialOf([{ ...task, outcome }]));
  const style = styleFor({ flag: false, env: {}, isTTY: true, columns: 100 });
  const telemetry = { warnings: [], tasks: [] } as unknown as Telemetry;
  const told = "under glass: nobody there has ben user.knock, so it is played without";
  expect(summaryLines(run, telemetry, "report.md", style).join("\n")).toContain(told);
  const plain = buildReport(materialOf([task]));
  expect(summaryLines(plain, telemetry, "report.md", style).join("\n")).not.toContain("nobody");
});

test("what is left out since it is only sampled is told, and counts as skipped", () => {
  const [oak, glass] = ["oak", "glass"].map((name) => {
    const task = doorTask(door(name));
    const onlySampled = "the street is too long";
    return { ...task, scenarioName: "street", scenario: { ...task.scenario, onlySampled } };
  });
  const run = buildReport(materialOf([doorTask(door("glass"))], { leftOut: [oak!, glass!] }));
  expect(run.leftOut.map(({ scenario, protocol }) => [scenario, protocol])).toEqual([
    ["street", "glass"],
    ["street", "oak"],
  ]);
  const style = styleFor({ flag: false, env: {}, isTTY: true, columns: 100 });
  const telemetry = { warnings: [], tasks: [] } as unknown as Telemetry;
  expect(summaryLines(run, telemetry, "report.md", style).join("\n")).toContain(
    "street under glass and oak: not visited, the street is too long",
  );
  expect(markdownOf(run)).toContain("**Not visited**: street under oak, the street is too long.");
  expect(lastLine(run)).toBe("1 passed, 0 failed, 2 skipped");
});

describe("the report for people", () => {
  const text = markdownOf(
    buildReport(materialOf([doorTask(door("glass"), { counterexamples: [peeped] })])),
  );

  test("has a row for every statement, a verdict for every promise, and the story", () => {
    for (const expected of [
      "| S1 | Nobody looks in. | D1 | **broken** |",
      "| S3 | The door is blue. | — | not checked | not checkable: colours are not modelled |",
      "| D2.a | Whoever rings is let in. | held, sampled | 7 |",
      "2. ✗ ana→ben delivers",
      `sealcheck replay ${peeped.token}`,
      "## Not as expected",
    ])
      expect(text).toContain(expected);
  });
});

describe("table sizes", () => {
  const table = { name: "door", states: 3, entries: 10, computed: 5 };

  test("a table that has grown too large is named", () => {
    const warned = tableWarnings("street", "oak", [table, { ...table, entries: 100_001 }]);
    expect(warned).toHaveLength(1);
    expect(warned[0]).toMatch(/"door" has 100001 entries in street, oak/);
  });

  test.each([
    [100, 0.95],
    [5, 0],
    [2, 0],
    [0, undefined],
  ])("of %i moves, this part found its entry made: %s", (moves, rate) => {
    expect(measured(table, moves).hitRate).toBe(rate);
  });
});
