import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, test } from "vitest";
import { witnessesIn, type DifferencePage, type Witnessed } from "../../src/report/index.ts";
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
  const difference = JSON.parse(
    readFileSync(join(at, "difference.json"), "utf8"),
  ) as DifferencePage;
  const shown = witnessesIn(difference);
  const placeOf = (what: (one: Witnessed) => boolean): string =>
    `#/difference/${shown.findIndex(what)}`;
  const flip = placeOf(({ what }) => "invariant" in what && what.invariant === "P3.a");
  const deed = placeOf(({ what }) => "name" in what && what.name === "rejected");

  test.each(["", "#/difference/0", flip, deed])("at %j can be used by everybody", (route) =>
    mustBeUsable(file, route),
  );

  test("tells who newly learns what, and which promises are worse off; every line leads to its witness", () =>
    visit(file, {}, async ({ page }) => {
      expect(await page.textContent("h1")).toBe("strict → announced-2021: something is worse");
      const table = (kind: string): Promise<string | null> => page.textContent(`${kind} tbody`);
      expect(await table(".changes")).toMatch(/host.*Newly:.*Learns a message.*harm/s);
      expect(await table(".flips")).toMatch(
        /P3\.a.*before the sending device has shown a notice.*held in.*broken.*Shown in \d moves/s,
      );
      expect(await table(".drifts")).toMatch(/SV\.f.*put to the test \d+ times instead of/);
      expect(await page.textContent(".behaviours >> nth=0")).toMatch(
        /announced-2021 only.*erased/s,
      );
      // Of the version that goes further, not every state was visited.
      expect(await page.textContent(".behaviours >> nth=1")).toMatch(/rejected.*sampled/s);
      const links = await page
        .locator("main a[href^='#/difference/']")
        .evaluateAll((all) => all.map((link) => Number(link.getAttribute("href")!.split("/")[2])));
      expect(links.toSorted((left, right) => left - right)).toEqual([...shown.keys()]);
    }));

  test("a witness is played on its stage, and one can leave it for another way", () =>
    visit(file, {}, async ({ page }) => {
      await page.click(".changes a >> nth=0");
      await page.waitForSelector(".sequence");
      const { length } = difference.witnesses[0]!.moves;
      expect(await page.textContent(".stepper .step")).toBe(`Step ${length} of ${length}`);
      expect(await page.locator(".rows li").count()).toBe(length);
      expect(await page.locator(".knowledge .reads").count()).toBeGreaterThan(0);
      await page.click("text=What else could happen here?");
      await page.waitForSelector(".offers a");
      await page.keyboard.press("Home");
      await page.waitForFunction(
        () => document.querySelector(".stepper .step")?.textContent === "Before the first step",
      );
    }));

  test("a promise that is worse off is shown at the moment it breaks", () =>
    visit(file, { at: flip }, async ({ page }) => {
      expect(await page.textContent("h1")).toContain(
        "P3.a is broken in old-client, under announced-2021",
      );
      expect(await page.textContent(".rows li:last-child")).toContain("Here the promise is broken");
    }));

  test("of what was only sampled nobody says that it cannot be", () =>
    visit(file, { at: deed }, async ({ page }) => {
      expect(await page.textContent(".finding")).toContain("one that nobody looked at might");
    }));
});
