import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import type { RunReport } from "../../src/report/run.ts";
import { visit } from "./visit.ts";

const folder = inject("messenger");
const file = join(folder, "index.html");
const { coverage, tasks } = JSON.parse(readFileSync(join(folder, "run.json"), "utf8")) as RunReport;
const kind = "businessConversation";
const part = coverage.parts.find((each) => each.part === kind)!;
const at = `#/coverage?machine=${kind}`;

describe("the page of coverage", () => {
  test("draws what came up often in a stronger colour, and what never did dashed", async () => {
    await visit(file, { at }, async ({ page }) => {
      const chart = page.locator(".heat svg.chart");
      expect(await chart.locator(".state.heat-4").count()).toBeGreaterThan(0);
      expect(await chart.locator(".edge[class*=heat-]").count()).toBeGreaterThan(2);
      const never = Object.values(part.states).filter((times) => times === 0).length;
      expect(await chart.locator(".state.unseen").count()).toBe(never);
      expect(await chart.locator(".inside.unused").count()).toBeGreaterThan(0);
      await page.click(".heat summary");
      const row = page.locator(".heat tr", { hasText: "user.compose" });
      expect(await row.locator(".figure").first().textContent()).toBe(
        part.transitions["open user.compose"]!.toLocaleString("en"),
      );
    });
  });

  test("lists guards that were seen one way only", async () => {
    const said = coverage.parts.flatMap(({ guards }) => Object.values(guards));
    const oneWay = said.filter(({ passed, refused }) => (passed === 0) !== (refused === 0));
    expect(oneWay.length).toBeGreaterThan(3);
    await visit(file, { at }, async ({ page }) => {
      const rows = page.locator('[aria-label="Guards seen one way only"] tbody tr');
      expect(await rows.count()).toBe(oneWay.length);
      expect(await page.textContent("main")).toContain(`of ${said.length} guards`);
    });
  });

  test("looks into another search by the keyboard, at its own address", async () => {
    const other = tasks.findIndex(({ exercise: { runs } }, place) => place > 0 && runs);
    const { exercise } = tasks[other]!;
    const dead = Object.keys(exercise.moves).filter((move) => exercise.moves[move] === 0);
    await visit(file, { at }, async ({ page, complaints }) => {
      await page.focus(".chooser select");
      for (let down = 0; down < other; down++) await page.keyboard.press("ArrowDown");
      await page.waitForFunction((search) => location.hash.endsWith(search), `search=${other}`);
      await page.waitForSelector(".bars-figure");
      expect(await page.locator(".made tbody tr").count()).toBe(
        Object.keys(exercise.moves).length - dead.length,
      );
      for (const move of dead) expect(await page.textContent(".made .note")).toContain(move);
      expect(await page.locator(".curve .ideal").count()).toBe(1);
      expect(complaints).toEqual([]);
    });
  });
});
