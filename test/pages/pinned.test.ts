import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { root } from "../imports.ts";
import { gatePageOn } from "./gate-page.ts";
import { visit } from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "sealcheck-pinned-"));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * What three pages look like, as far as that is the same with any font: where things stand from left to right, in which
 * order from top to bottom, and in which colours. Somebody has looked at them; UPDATE_PINNED=1 takes what is now, for
 * whoever has looked again.
 */
const file = gatePageOn(folder, "2026-09-02");
const pinnedFile = join(root, "test/pages/pinned.json");
const pinned = JSON.parse(readFileSync(pinnedFile, "utf8")) as Record<string, Look[]>;
const update = process.env["UPDATE_PINNED"] === "1";

const pages = {
  "the first screen": "#/",
  "a story": "#/trace/street%2Fevening.glass.D1.a",
  "the gate": "#/gate",
};

/** Whatever gives a page its shape. */
const shapes = [
  "header.top",
  "main h1",
  "main h2",
  ".version",
  ".promise",
  ".promise .mark",
  ".basis",
  ".stepper",
  ".sequence",
  ".heads .head",
  ".rows li",
  ".rows .breaks .told",
  ".drawn",
  ".inspector",
  ".rule",
  ".rule .todo",
  ".causes .card",
  ".acceptances",
  "footer",
];

/** Where these stand depends on how wide words are. */
const words = ["nav a[aria-current]", "main h1 :is(.bad, .good)", ".rows .breaks strong"];

interface Look {
  readonly shape: string;
  readonly left: number;
  readonly right: number;
  readonly colour: string;
  readonly ground: string;
}

/** The first of each shape, from top to bottom. */
const looksOf = (page: Page): Promise<Look[]> =>
  page.evaluate(
    (selectors) =>
      selectors
        .flatMap(({ selector, placed }) => {
          const first = document.querySelector(selector);
          if (!first) return [];
          const box = first.getBoundingClientRect();
          const [left, right] = placed ? [Math.round(box.left), Math.round(box.right)] : [0, 0];
          const { color: colour, backgroundColor: ground } = getComputedStyle(first);
          return [{ shape: selector, left, right, colour, ground, top: box.top }];
        })
        .toSorted((one, other) => one.top - other.top)
        .map(({ shape, left, right, colour, ground }) => ({ shape, left, right, colour, ground })),
    [
      ...shapes.map((selector) => ({ selector, placed: true })),
      ...words.map((selector) => ({ selector, placed: false })),
    ],
  );

/** Pixels. */
const tolerance = 12;

describe.each(Object.entries(pages))("%s", (name, at) => {
  test.each([
    [1280, "light"],
    [390, "dark"],
  ] as const)("looks as it did, %i pixels wide and %s", async (width, theme) => {
    await visit(file, { at, width, theme }, async ({ page }) => {
      const key = `${name}, ${width}, ${theme}`;
      // A diagram takes its measures from the frame that it finds.
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      const looks = await looksOf(page);
      expect(looks.length, "a check that saw nothing").toBeGreaterThan(5);
      if (update) {
        pinned[key] = looks;
        writeFileSync(pinnedFile, `${JSON.stringify(pinned, undefined, 1)}\n`);
        return;
      }
      const before = pinned[key]!;
      const whatever = (look: Look): unknown => ({ ...look, left: 0, right: 0 });
      expect(looks.map(whatever)).toEqual(before.map(whatever));
      const moved = looks.filter(
        ({ left, right }, index) =>
          Math.max(Math.abs(left - before[index]!.left), Math.abs(right - before[index]!.right)) >
          tolerance,
      );
      expect(moved).toEqual([]);
    });
  });
});
