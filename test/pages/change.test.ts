import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, test } from "vitest";
import type { DifferencePage } from "../../src/report/index.ts";
import { gatePageOn } from "./gate-page.ts";
import { mustBeUsable } from "./usable.ts";
import { visit } from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "sealcheck-change-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the gate's page", () => {
  const file = gatePageOn(folder, "2026-09-02");

  test("can be used by everybody", () => mustBeUsable(file, "#/gate"));

  test("lists every rule, says what to do, and who let what through until when", async () => {
    await visit(file, { at: "#/gate" }, async ({ page }) => {
      expect(await page.textContent("h1")).toBe("The gate is shut as of 2026-09-02");
      expect(await page.locator(".rule code").allTextContents()).toEqual(
        expect.arrayContaining(["verdicts", "causes", "expiry", "meaning", "evidence"]),
      );
      expect(await page.locator(".rule .todo").count()).toBe(2);
      expect(await page.textContent(".causes .card")).toContain("person: user.look do peep");
      expect(await page.textContent(".acceptances tbody")).toMatch(
        /D1\.a.*Glass is glass\..*Ana.*2026-09-01.*over/s,
      );
    });
  });

  test("leads from a cause that nobody accepted to its story", async () => {
    await visit(file, { at: "#/gate" }, async ({ page }) => {
      await page.click(".causes .story-links a");
      await page.waitForSelector(".sequence");
      expect(await page.textContent("h1")).toContain("D1.a is broken");
    });
  });

  test("says how much time is left, on the last day too", async () => {
    await visit(gatePageOn(folder, "2026-09-01"), { at: "#/gate" }, async ({ page }) => {
      expect(await page.textContent(".acceptances tbody")).toContain("1 day left");
    });
  });

  test("of a run that the gate was not asked about is none", async () => {
    await visit(join(inject("library"), "index.html"), { at: "#/gate" }, async ({ page }) => {
      expect(await page.textContent("h1")).toContain("was not asked");
      expect(await page.locator("nav >> text=Gate").count()).toBe(0);
    });
  });
});

describe("the page of a difference", () => {
  const at = inject("difference");
  const file = join(at, "index.html");
  const { gained, lost, witnesses } = JSON.parse(
    readFileSync(join(at, "difference.json"), "utf8"),
  ) as DifferencePage;

  test.each(["", "#/difference/0"])("at %j can be used by everybody", (route) =>
    mustBeUsable(file, route),
  );

  test("tells who newly learns what of which chats, and every line has a witness on its stage", async () => {
    expect(gained.length).toBeGreaterThan(0);
    await visit(file, {}, async ({ page }) => {
      expect(await page.textContent("h1")).toBe("sealed-slips → open-slips: something is worse");
      expect(await page.textContent(".changes tbody")).toMatch(/porter.*Newly:.*Reads.*harm/s);
      expect(await page.locator(".changes a").count()).toBe(gained.length + lost.length);
      await page.click(".changes a >> nth=0");
      await page.waitForSelector(".sequence");
      const { length } = witnesses[0]!.moves;
      expect(await page.textContent(".stepper .step")).toBe(`Step ${length} of ${length}`);
      expect(await page.locator(".rows li").count()).toBe(length);
      expect(await page.locator(".knowledge .reads").count()).toBeGreaterThan(0);
      await page.click("text=What else could happen here?");
      await page.waitForSelector(".offers a");
      await page.keyboard.press("Home");
      await page.waitForFunction(
        () => document.querySelector(".stepper .step")?.textContent === "Before the first step",
      );
    });
  });
});
