import axe from "axe-core";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { visit } from "./visit.ts";

const file = join(inject("messenger"), "index.html");
const story = encodeURIComponent("flip-in-flight.announced-2021.P3.a");
const pair = encodeURIComponent("two-runs/whatever-the-terms.announced-2021.P5.c");
const explored = "#/explore/flip-in-flight/announced-2021";

/** Every kind of page, and addresses that lead nowhere. */
const routes = [
  "",
  "#/?under=strict",
  "#/promise/P3.a/announced-2021",
  "#/promise/P3.a/strict",
  `#/trace/${story}`,
  `#/trace/${story}/2`,
  `#/trace/${pair}`,
  "#/ledger",
  "#/scenarios",
  "#/explore",
  explored,
  `${explored}?moves=${encodeURIComponent("ana.phone/shop user.open\nana.phone/shop user.compose")}`,
  "#/coverage",
  "#/models",
  "#/models/businessConversation",
  "#/about",
  "#/trace/no-such-story",
  "#/promise/none/at%20all",
  "#/nowhere",
  "#/%E0%A4%A",
];

/** What of a page reaches beyond its window, unless it stands in something that scrolls. */
const beyond = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .filter((element) => !scrolls(element.parentElement) && !element.closest(".skip, .unseen"))
      .map((element) => `${element.tagName} ${String(element.getAttribute("class"))}`);
  });

const guidelines = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What keeps somebody from using a page, as far as a program can tell. */
const barriers = async (page: Page, rules: readonly string[]): Promise<string[]> => {
  const { violations, passes } = await page.evaluate(
    (wanted) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: [...wanted],
        resultTypes: ["violations"],
      }),
    rules,
  );
  expect(passes.length, "a check that saw nothing").toBeGreaterThan(0);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
};

describe.each(routes)("the page at %j", (at) => {
  test("opens cold, asks for nothing else, is wholly there, and everybody can use it", async () => {
    await visit(file, { at }, async ({ page, requests, complaints }) => {
      expect(await page.textContent("h1")).not.toBe("");
      expect(/undefined|\[object/.test((await page.textContent("main")) ?? "")).toBe(false);
      // The policy of the page lets no script in, so this comes from outside of it.
      await page.evaluate(axe.source);
      expect(await barriers(page, guidelines)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await barriers(page, ["color-contrast"])).toEqual([]);
      for (const width of [1680, 1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await beyond(page), `at ${width} pixels`).toEqual([]);
      }
      expect(requests.map((url) => url.split("#")[0])).toEqual([`file://${file}`]);
      expect(complaints).toEqual([]);
    });
  });
});
