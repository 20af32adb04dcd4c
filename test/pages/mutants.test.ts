import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject, test } from "vitest";
import type { KnownMutant } from "../../src/report/index.ts";
import { mutantOf, teethOf } from "../report/teeth.ts";
import { idsOf, muchKnown, mutantsPageIn, pageOfOne } from "./mutants-page.ts";
import { anyNames } from "./renamed.ts";
import { mustBeUsable } from "./usable.ts";
import { visit } from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "sealcheck-mutants-"));
afterAll(() => rmSync(folder, { recursive: true }));

const story = (by: string, ...moves: readonly string[]) => ({
  by,
  in: "street/evening",
  moves,
  shortest: true,
});
const look = "ana user.look";

/** A door that is broken in a few ways, each for something that a page has to say. */
const tried: readonly KnownMutant[] = [
  mutantOf("drop guard", 11, {
    kills: [
      story("D1.a", "ana user.ring", "deliver ana→ben", look),
      story("E2.c", "ana user.ring", "ana user.ring", "ana user.ring", look),
      story("E2.a", "ana user.ring", look),
    ],
  }),
  mutantOf("drop guard", 12, { kills: [story("D1.a", look)] }),
  mutantOf("drop guard", 13, { outcome: "survived", tested: ["D1.a", "E2.a"], scenarios: 2 }),
  mutantOf("retarget", 14, { outcome: "survived", tested: ["E2.a"], scenarios: 1 }),
  mutantOf("stay", 15, { outcome: "unreached" }),
  mutantOf("stay", 16, { outcome: "reported", because: "never comes up: state open" }),
  mutantOf("drop tag", 17, { kills: [{ by: "E2.b", never: 4 }] }),
  mutantOf("repeat action", 18, { outcome: "same" }),
  mutantOf("repeat action", 19, { outcome: "alike", because: "nobody can tell it" }),
  mutantOf("sabotage", 20, {
    spot: {},
    diff: ["+ The door is made of glass."],
    breaks: ["D1.a", "D9"],
    kills: [story("D1.a", "ana user.ring", look)],
  }),
];
const reason = "whoever retargets may";
const teeth = teethOf(tried, ["D1.a", "E2.a", "E2.b", "E2.c", "E3.blunt"], {
  survivors: {
    [tried[2]!.name]: "",
    [tried[3]!.name]: reason,
    [tried[4]!.name]: reason,
  },
  unnoticed: { [tried[9]!.name]: ["D9"] },
  unasked: ["person in door gets user.knock"],
});
const bitten = {
  ...teeth,
  invariants: { ...teeth.invariants, "D1.a": { ...teeth.invariants["D1.a"]!, with: ["E2.a"] } },
};
const file = mutantsPageIn(folder, "few.html", pageOfOne(bitten), [
  "E2.a",
  "E2.b",
  "E2.c",
  "E3.blunt",
]);
const at = "#/mutants";

/** Everything that is written in some place, with single spaces. */
const textOf = async (page: Page, selector: string): Promise<string> =>
  ((await page.textContent(selector)) ?? "").replaceAll(/\s+/g, " ");

describe("the page of mutants", () => {
  test("can be used by everybody", () => mustBeUsable(file, `${at}?row=D1&operator=drop%20guard`));

  test("begins with survivors: the lines that changed, where, and what was put to the test around them", async () => {
    await visit(file, { at }, async ({ page }) => {
      const { percent } = teeth.generic;
      expect(await page.textContent("h1")).toBe(`oak: ${percent} % of 7 small breaks are noticed`);
      const sections = await page.locator("main section h2").allTextContents();
      expect(sections.slice(0, 4)).toEqual([
        "What nobody noticed",
        "Promises to look at",
        "Who noticed what",
        "What D1 would have caught",
      ]);
      const open = page.locator('[aria-labelledby="survivors"] .mutant').first();
      expect(await open.getAttribute("open")).not.toBeNull();
      expect(await open.locator("del").textContent()).toBe(tried[2]!.diff[0]);
      expect(await open.locator("ins").textContent()).toBe(tried[2]!.diff[1]);
      expect(await open.textContent()).toContain("models/person.ts:13");
      expect(await open.textContent()).toContain("D1.a, E2.a");
      const accepted = page.locator(".reasons > li");
      expect(await accepted.count()).toBe(1);
      expect(await accepted.locator("summary").first().textContent()).toMatch(/^2.*retargets may/);
      await accepted.locator("summary").first().click();
      await accepted.locator(".mutant >> nth=1").waitFor();
      expect(await accepted.textContent()).toContain("No scenario comes to it.");
    });
  });

  test("tells what is discharged how, which promises are weak, and of sabotage who should have noticed", async () => {
    await visit(file, { at }, async ({ page }) => {
      expect(await textOf(page, ".headline")).toContain(
        "2 more do not count: 1 is the same machine and 1 cannot be told from the honest version. No scenario comes to 1 of those",
      );
      const apart = page.locator('[aria-labelledby="apart"]');
      expect(await apart.locator(".mutant").count()).toBe(0);
      for (const summary of await apart.locator("> details > summary").all()) await summary.click();
      await apart.locator("text=person in door gets user knock").waitFor();
      expect(await apart.locator(".mutant").count()).toBe(4);
      expect(await page.locator('[aria-labelledby="weak"] .note.bad').allTextContents()).toEqual([
        "E3.blunt is toothless: no mutant breaks it, so nobody knows what it would catch.",
      ]);
      const weak = await textOf(page, '[aria-labelledby="weak"]');
      expect(weak).toContain("D1.a, broken 3 times, never without E2.a");
      expect(weak).toMatch(/one single mutant.*E2\.a.*E2\.b/);
      const sabotages = await textOf(page, '[aria-labelledby="sabotages"]');
      expect(sabotages).toMatch(/made of glass\. D1\.a in 2 moves.*not noticed by D9/);
    });
  });

  test("leads from a figure, by the keyboard too, to its mutants and the shortest story of each", async () => {
    await visit(file, { at }, async ({ page, complaints }) => {
      const row = page.locator(".kills tbody tr", {
        has: page.locator('a[aria-label$="all, D1"]'),
      });
      const figures = (await row.locator("td").allTextContents()).filter(Boolean);
      expect(figures).toEqual(["2/3", "1/1", "3/4"]);
      await row.locator('a[aria-label$="drop guard, D1"]').focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => location.hash.includes("operator=drop%20guard"));
      await page.waitForFunction(() => document.activeElement?.id === "chosen");
      const caught = page.locator(".caught .mutant");
      const said = "without asking “may look”\\. D1\\.a in";
      expect(await caught.locator("summary").allTextContents()).toEqual([
        expect.stringMatching(new RegExp(`${said} 1 move · models/person\\.ts:12`)),
        expect.stringMatching(new RegExp(`${said} 3 moves · models/person\\.ts:11`)),
      ]);
      await caught.nth(1).locator("summary").click();
      await caught.nth(1).locator("ol").waitFor();
      expect(await caught.nth(1).locator("ol li").allTextContents()).toEqual([
        "ana: user ring",
        "ana→ben delivers",
        "ana: user look",
      ]);
      expect(await caught.nth(1).textContent()).toContain("E2.a (in 2 moves)");
      await page.click("text=Show every kind");
      await page.waitForFunction(() => !location.hash.includes("operator"));
      await page.waitForSelector(".caught .mutant >> nth=2");
      expect(complaints).toEqual([]);
    });
  });

  test("leads from a promise to each of its sentences, what passed it by, and in plain words without figures", async () => {
    await visit(file, { at: "#/promise/D1.a/oak" }, async ({ page }) => {
      await page.click('a:text-is("See which")');
      await page.waitForSelector(".caught");
      expect(await page.textContent(".caught h2")).toBe("What D1.a would have caught");
      await page.click(".caught .parts >> text=E2");
      await page.waitForSelector(".sentences");
      expect(await textOf(page, ".sentences")).toContain("noticed 1 of 3 (33 %)");
      expect(await textOf(page, ".caught .mutant summary")).toContain("E2.a in 2 moves");
      await page.click('.sentences bdi:text-is("E2.a")');
      await page.waitForFunction(() => document.querySelectorAll(".kills tr.part").length === 3);
      await page.click('[aria-label="Every sentence of E2"]');
      await page.waitForFunction(() => document.querySelector(".kills tr.part") === null);
      await page.click("text=And not this");
      await page.waitForSelector(".caught details:not(.mutant) .mutant >> nth=1");
      await page.click("text=Plain words");
      expect(await page.locator(".kills").isVisible()).toBe(false);
      expect(await page.locator("text=models/person.ts:13").first().isVisible()).toBe(false);
      expect(await page.locator(".caught").isVisible()).toBe(true);
      expect(await page.locator(".diff").count()).toBe(0);
    });
  });
});

describe("what one cannot go by is said first", () => {
  const notes = (page: string): Promise<string[]> =>
    visit(page, { at }, (visited) => visited.page.locator(".headline .note").allTextContents());

  test("mutants of other models and sabotages, and those for which there was no time", async () => {
    const stale = pageOfOne(
      { ...teeth, complete: false, untried: ["person: stay 99"] },
      { otherModels: true, otherDeclared: true },
    );
    expect(await notes(mutantsPageIn(folder, "stale.html", stale, []))).toEqual([
      expect.stringContaining("tried on other models than this report is about"),
      expect.stringContaining("have changed since"),
      "There was no time for 1 mutant, so every figure here is about the others.",
    ]);
  });

  test("that only some were asked for", async () => {
    const some = pageOfOne({ ...teeth, complete: false });
    expect(await notes(mutantsPageIn(folder, "some.html", some, []))).toEqual([
      expect.stringContaining("Only some mutants were asked for"),
    ]);
  });

  test("that nobody tried any: then there is no entry above the pages", async () => {
    await visit(join(inject("library"), "index.html"), { at }, async ({ page }) => {
      expect(await page.textContent("h1")).toContain("sealcheck mutate does");
      expect(await page.locator("nav >> text=Mutants").count()).toBe(0);
    });
  });
});

test("of two versions, either is shown at its own address, and nothing is said against it", async () => {
  const [one] = pageOfOne(teeth).versions;
  const both = { versions: [one!, { ...one!, protocol: "glass", mutants: tried.slice(0, 1) }] };
  await visit(mutantsPageIn(folder, "two.html", both, []), { at }, async ({ page }) => {
    expect(await page.locator(".headline .note").count()).toBe(0);
    await page.click(`[aria-label="Versions whose mutants were tried"] >> text=glass`);
    await page.waitForFunction(() =>
      document.querySelector("h1")?.textContent?.startsWith("glass"),
    );
    expect(await page.locator(".kills thead th").count()).toBe(3);
  });
});

describe("whatever and however much was tried", () => {
  test("a page of 1,500 mutants and 120 invariants is made of no more than is looked at", async () => {
    const much = { mutants: 1500, invariants: 120 };
    const large = mutantsPageIn(folder, "much.html", pageOfOne(muchKnown(much)), idsOf(much));
    await visit(large, { at }, async ({ page }) => {
      const made = () => page.evaluate(() => document.querySelectorAll("main *").length);
      expect(await page.locator(".kills tbody").count()).toBe(15);
      expect(await made()).toBeLessThan(4_000);
      await page.click('a[aria-label$="retarget, M3"]');
      await page.waitForFunction(() => document.activeElement?.id === "chosen");
      expect(await page.locator(".caught .mutant").count()).toBeGreaterThan(3);
      expect(await made()).toBeLessThan(4_000);
    });
  });

  test("nothing of a name is taken for anything else", async () => {
    const named = (number: number): string => anyNames[number % anyNames.length]!;
    const few = { mutants: 70, invariants: 3 };
    const told = { ...muchKnown({ ...few, named }), unasked: anyNames, untried: anyNames };
    const page = mutantsPageIn(folder, "named.html", pageOfOne(told), idsOf(few));
    await visit(page, { at }, async ({ page: opened, complaints }) => {
      await opened.evaluate(() => {
        for (const fold of document.querySelectorAll("details")) fold.open = true;
      });
      await opened.waitForSelector(".way ol");
      expect(await opened.locator("main :is(script, img, iframe)").count()).toBe(0);
      expect(await opened.evaluate("globalThis.letIn")).toBeUndefined();
      expect(complaints).toEqual([]);
      await opened.setViewportSize({ width: 390, height: 900 });
      const wide = await opened.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(390);
    });
  });
});
