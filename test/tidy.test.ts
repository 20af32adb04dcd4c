import { matchesGlob } from "node:path";
import { describe, expect, test } from "vitest";
import { parts } from "../vitest.config.ts";
import { filesOf, textOf } from "./imports.ts";

const code = filesOf(
  "{src,models,scenarios,starter,examples,test,bench,build,bin}/**/*.{ts,tsx,js,css}",
  "*.ts",
  ".ci/*",
);
const prose = filesOf("*.md", "{docs,models,scenarios,starter,examples}/**/*.md");

const lines_max = 500;

/** Names that say nothing of what a file is about. */
const emptyWords = /^(?:utils?|helpers?|managers?|commons?|misc)$/i;

const wordsOf = (file: string): readonly string[] =>
  file
    .replace(/\.\w+$/, "")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z]+/);

/** Split, so that this file does not find itself. */
const unfinished = new RegExp(
  `\\b(?:${["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"].join("|")})\\b`,
);
const elsewhere = new RegExp(`${"\\.\\./" + "shared"}\\b|/${"work"}/|/tmp/${"contract"}\\b`);

/** The lines of a text that match, as `file:line`. */
const places = (file: string, text: string, pattern: RegExp): readonly string[] =>
  text.split("\n").flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}`] : []));

const placesIn = (files: readonly string[], pattern: RegExp): readonly string[] =>
  files.flatMap((file) => places(file, textOf(file), pattern));

describe("every file", () => {
  test("was looked at", () => {
    expect(code.length).toBeGreaterThan(50);
    expect(code).toContain("test/tidy.test.ts");
  });

  test(`of the sources has at most ${lines_max} lines`, () => {
    const sources = code.filter((file) => !file.startsWith("test/"));
    const long = sources
      .map((file) => ({ file, lines: textOf(file).split("\n").length - 1 }))
      .filter(({ lines }) => lines > lines_max);
    expect(long).toEqual([]);
  });

  test("is named for what it is about", () => {
    expect(code.filter((file) => wordsOf(file).some((word) => emptyWords.test(word)))).toEqual([]);
  });

  test("is finished", () => {
    expect(placesIn([...code, ...prose], unfinished)).toEqual([]);
  });

  test("speaks only of what is in this repository", () => {
    expect(placesIn([...code, ...prose], elsewhere)).toEqual([]);
  });
});

describe("every test file", () => {
  const tests = filesOf("test/**/*.test.ts");

  test("belongs to exactly one part of the suite", () => {
    const homes = tests.map((file) => ({
      file,
      parts: Object.entries(parts)
        .filter(([, globs]) => globs.some((glob) => matchesGlob(file, glob)))
        .map(([name]) => name),
    }));
    expect(tests.length).toBeGreaterThan(0);
    expect(homes.filter((home) => home.parts.length !== 1)).toEqual([]);
  });

  test("runs all that it holds: no test is left out or let alone", () => {
    expect(
      placesIn(tests, new RegExp("\\b(?:test|it|describe)\\.(?:on" + "ly|to" + "do)\\b")),
    ).toEqual([]);
  });
});

describe("the check itself", () => {
  test("finds a planted marker, a planted path and an empty name", () => {
    expect(places("a.ts", "fine\n// TO" + "DO later", unfinished)).toEqual(["a.ts:2"]);
    expect(places("a.ts", "see ../" + "shared/x.md", elsewhere)).toEqual(["a.ts:1"]);
    expect(wordsOf("src/world/stringUtils.ts").some((word) => emptyWords.test(word))).toBe(true);
    expect(wordsOf("src/world/community.ts").some((word) => emptyWords.test(word))).toBe(false);
  });
});
