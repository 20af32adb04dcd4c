import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { visit } from "./visit.ts";

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

/** Opens a page cold: it asks for nothing else, says something, is wholly there, and everybody can use it. */
export const mustBeUsable = (file: string, at: string): Promise<void> =>
  visit(file, { at }, async ({ page, requests, complaints }) => {
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
