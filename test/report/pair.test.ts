import { describe, expect, test } from "vitest";
import { buildReport } from "../../src/report/build.ts";
import { markdownOf } from "../../src/report/markdown.ts";
import { columnTable } from "../../src/report/markdown-pair.ts";
import { columnsOf, differenceWords } from "../../src/report/pair-words.ts";
import { recipeWords } from "../../src/report/recipe-words.ts";
import { columnLines } from "../../src/report/terminal-pair.ts";
import { summaryLines, taskLines } from "../../src/report/terminal-run.ts";
import { styleFor } from "../../src/report/terminal-style.ts";
import type { Telemetry } from "../../src/report/telemetry.ts";
import { door, doorTask, materialOf } from "./material.ts";
import type { ToldDifference, ToldPair, ToldRecipe } from "../../src/search/index.ts";

const style = styleFor({ flag: false, env: {}, isTTY: false, columns: 80 });

const letter: ToldRecipe = {
  how: "seen",
  seen: { step: 2, as: "office gets net.letter" },
  of: [],
};
const guess: ToldRecipe = { how: "guessed", term: "letter 1", of: [] };

const pairWith = (difference: ToldDifference): ToldPair => ({
  observer: "office",
  secret: "what stands in letters",
  steps: [
    {
      left: { move: "ana user.write", sees: ["something early"] },
      right: { move: "ana user.write", sees: ["something early"] },
    },
    {
      left: { move: "deliver ana→office", sees: ["office gets net.letter: {letter 1}"] },
      right: undefined,
    },
    {
      left: { move: "time +2", sees: [] },
      right: { move: "time +2", sees: ["office gets net.note"] },
    },
  ],
  difference,
});

describe("the difference in words", () => {
  test.each<readonly [ToldDifference, string]>([
    [
      { by: "sight", left: "office gets net.letter", right: undefined },
      'office sees "office gets net.letter" in the first run, and nothing more in the second.',
    ],
    [
      { by: "length", sight: "office gets net.letter", left: 3, right: 4 },
      'What comes with "office gets net.letter" is of length 3 in the first run and 4 in the second, and office sees it.',
    ],
    [
      { by: "choices", left: ["office user.close"], right: [] },
      "office can tell by what there is to choose from: only in the first run, office: user close.",
    ],
    [
      { by: "test", test: "equal", on: "right", recipes: [letter, { how: "hash", of: [guess] }] },
      'office can tell by a test: what comes with "office gets net.letter" in step 2 is the same as the hash of the text "letter 1" in the second run, and not in the first.',
    ],
    [
      {
        by: "test",
        test: "succeeds",
        on: "left",
        recipes: [{ how: "opened", of: [{ how: "hash", of: [guess] }, letter] }],
      },
      'office can tell by a test: the inside of what comes with "office gets net.letter" in step 2, opened with the hash of the text "letter 1" can be had in the first run, and not in the second.',
    ],
  ])("%o", (difference, words) => expect(differenceWords(pairWith(difference))).toBe(words));
});

test("every way to make or take something has its own words", () => {
  const [a, b]: ToldRecipe[] = ["a", "b"].map((term) => ({ how: "constant", term, of: [] }));
  const hows = [
    "public",
    "pair",
    "encrypt",
    "seal",
    "sign",
    "mac",
    "hash",
    "kdf",
    "dh",
    "raised",
    "first",
    "second",
    "signed",
    "opened",
    "verified",
  ];
  const told = hows.map((how) => recipeWords({ how, of: [a!, b!] }));
  expect(new Set(told).size).toBe(hows.length);
  for (const words of told) expect(words).toContain('the public "a"');
});

test("pairs that could not be compared leave it open, and say so", () => {
  const relation = { invariant: "D1.a", observers: ["ben"], exhaustive: true, pairs: 1_200 };
  const outcome = { relations: [{ ...relation, unresolved: 3, stopped: undefined }] };
  const run = buildReport(materialOf([doorTask(door("glass"), outcome)]));
  const [task] = run.tasks;
  expect(task!.invariants.find(({ id }) => id === "D1.a")!.verdict).toBe("inconclusive");
  const telemetry = { warnings: [], tasks: [] } as unknown as Telemetry;
  const lines = summaryLines(run, telemetry, "report.md", style).join(" ").replaceAll(/\s+/g, " ");
  expect(lines).toContain("not settled, 3 pairs of runs could not be compared within the bounds");
  expect(taskLines(task!, { seconds: 1, visited: undefined }, 20, style).join(" ")).toContain(
    "1,200 pairs",
  );
  expect(markdownOf(run)).toMatch(/D1\.a\s+\| ben\s+\| 1,200 pairs of states \| 3/);
});

describe("two columns", () => {
  const test1: ToldDifference = { by: "test", test: "equal", on: "left", recipes: [letter, guess] };

  test("show what the observer saw where its test goes back to, and at the last step", () => {
    const { rows } = columnsOf(pairWith(test1));
    expect(rows.map(({ left, right }) => [left.sees, right.sees])).toEqual([
      [[], []],
      [["office gets net.letter: {letter 1}"], []],
      [[], ["office gets net.note"]],
    ]);
    expect(rows.map(({ breaks }) => breaks)).toEqual([false, false, true]);
    expect(rows[1]!.right.move).toBe("(nothing)");
  });

  test("stay within the width of a terminal, side by side", () => {
    const lines = columnLines(columnsOf(pairWith(test1)), style);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    expect(lines.filter((line) => line.includes(" | ")).length).toBeGreaterThanOrEqual(4);
    expect(lines.find((line) => line.includes("2 days pass"))).toMatch(
      /2 days pass.* \| 2 days pass/,
    );
  });

  test("are a table in the report", () => {
    expect(columnTable(columnsOf(pairWith(test1)))).toContain("| The first run | The second run |");
  });
});
