import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import type { RunReport } from "../../src/report/run.ts";
import { boxesOf, overlaps, visit } from "./visit.ts";

const folder = inject("messenger");
const file = join(folder, "index.html");
const run = JSON.parse(readFileSync(join(folder, "run.json"), "utf8")) as RunReport;
const key = "flip-in-flight.announced-2021.P3.a";
const pairKey = "two-runs/whatever-the-terms.announced-2021.P5.c";
const trace = run.traces.find((each) => each.key === key)!;
const last = trace.steps.length;
const at = `#/trace/${encodeURIComponent(key)}`;

describe("the first screen", () => {
  test("tells what became of every statement, and by what another version breaks what holds", async () => {
    const { rows } = run.ledger!;
    await visit(file, { at: "#/?under=strict" }, async ({ page }) => {
      expect(await page.locator(".statements li").count()).toBe(rows.length);
      expect(await page.getAttribute(".statements li a", "aria-label")).toContain(rows[0]!.says);
      await page.click(".promise .evidence a >> nth=0");
      await page.waitForSelector(".sequence");
      expect(await page.textContent("h1")).toContain("is broken");
    });
  });
});

describe("a counterexample", () => {
  test("is two clicks away, and opens at the moment it breaks", async () => {
    await visit(file, {}, async ({ page }) => {
      await page.click("a.story >> nth=0");
      await page.waitForSelector(".sequence");
      expect(await page.getAttribute(".rows .breaks", "aria-current")).toBe("step");
      expect(await page.textContent("h1")).toContain("is broken");
      expect(await page.locator(".basis li").count()).toBeGreaterThan(3);
    });
  });

  test("shows who reads the message, who must not, and who has it under lock", async () => {
    await visit(file, { at }, async ({ page }) => {
      const breaking = page.locator(".rows .breaks .readings");
      expect(await breaking.locator(".forbidden").count()).toBe(1);
      expect(await breaking.locator(".reads").count()).toBeGreaterThan(0);
      expect(await breaking.locator(".holds").count()).toBeGreaterThan(0);
      await page.click(".knowledge .why >> nth=0");
      expect(await page.textContent(".derivation")).toContain(
        "by opening the first with the second",
      );
    });
  });

  test("is stepped through by keys, and the address goes along", async () => {
    await visit(file, { at: `${at}/${last}` }, async ({ page }) => {
      for (const [pressed, step] of [
        ["ArrowLeft", last - 1],
        ["ArrowRight", last],
        ["k", last - 1],
        ["j", last],
        ["ArrowUp", last - 1],
        ["ArrowDown", last],
        ["ArrowDown", last],
        ["Home", 0],
        ["ArrowLeft", 0],
        ["End", last],
      ] as const) {
        await page.keyboard.press(pressed);
        await page.waitForFunction(
          (text) => document.querySelector(".stepper .step")?.textContent === text,
          step === 0 ? "Before the first step" : `Step ${step} of ${last}`,
        );
        expect(page.url()).toMatch(new RegExp(`/${step}$`));
      }
    });
  });

  test("V leads to where it breaks, and what happens there is said aloud", async () => {
    await visit(file, { at: `${at}/0` }, async ({ page }) => {
      await page.keyboard.press("v");
      await page.waitForSelector(".rows .breaks[aria-current]");
      expect(await page.textContent(".stepper [aria-live]")).toContain(`Step ${last} of ${last}:`);
    });
  });

  test("lies in order, be the window wide or narrow", async () => {
    await visit(file, { at }, async ({ page }) => {
      for (const width of [1680, 1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        const heads = await boxesOf(page, ".head bdi");
        expect(heads.length).toBeGreaterThan(2);
        expect(overlaps(heads)).toEqual([]);
        for (const number of Array.from({ length: last }, (_, index) => index + 1)) {
          const row = `.rows li:nth-child(${number})`;
          const drawn = await boxesOf(page, `${row} .label > span, ${row} .readings svg`);
          expect(overlaps(drawn)).toEqual([]);
          expect(overlaps(await boxesOf(page, `${row} .told, ${row} .drawn`))).toEqual([]);
        }
      }
    });
  });

  test("keeps the heads of its lifelines in sight", async () => {
    await visit(file, { at, height: 420 }, async ({ page }) => {
      await page.$eval(".sequence", (frame) => frame.scrollTo(0, 10_000));
      const [[frame], [head]] = [await boxesOf(page, ".sequence"), await boxesOf(page, ".heads")];
      expect(Math.abs(head!.top - frame!.top)).toBeLessThan(3);
    });
  });

  test("lights the states in which parts are, and draws thick what a step did", async () => {
    await visit(file, { at: `${at}/2` }, async ({ page }) => {
      const [moving] = Object.values(trace.steps[1]!.changes);
      await page.click(`.machines .parts >> text="${moving?.part ?? "ana.phone/shop"}"`);
      expect(await page.locator(".chart .leaf.active").count()).toBe(1);
      expect(await page.locator(".chart .fired").count()).toBeGreaterThan(0);
    });
  });

  test.each([
    ["of one run", key],
    ["of two runs", pairKey],
  ])("%s fits on two pages of paper, nothing clipped", async (_, name) => {
    await visit(file, { at: `#/trace/${encodeURIComponent(name)}` }, async ({ page }) => {
      const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
      expect(pages.length).toBeGreaterThan(0);
      expect(pages.length).toBeLessThanOrEqual(2);
      await page.setViewportSize({ width: 688, height: 1000 });
      await page.emulateMedia({ media: "print" });
      const inner = await boxesOf(page, ".drawn, .told, .two-runs, .basis li");
      expect(inner.length).toBeGreaterThan(0);
      expect(inner.filter(({ right }) => right > 690)).toEqual([]);
    });
  });
});

describe("a diagram", () => {
  test.each([
    ["of a story", at, "Save as SVG", "<svg"],
    ["of a story", at, "Save as PNG", "PNG"],
    ["of a machine", "#/models/terms", "Save as SVG", "<svg"],
    ["of a machine", "#/models/terms", "Save as PNG", "PNG"],
  ])("%s at %s can be taken along: %s", async (_, where, button, begins) => {
    await visit(file, { at: where }, async ({ page, complaints }) => {
      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        page.click(`button:has-text("${button}")`),
      ]);
      const bytes = await Array.fromAsync(await saved.createReadStream());
      const text = Buffer.concat(bytes as Buffer[]).toString("latin1");
      expect(text.slice(0, 8)).toContain(begins);
      expect(text.length).toBeGreaterThan(1000);
      expect(complaints).toEqual([]);
    });
  });
});

describe("a user's own project", () => {
  test("has a page like ours: a lost message is drawn as lost", async () => {
    const library = join(inject("library"), "index.html");
    await visit(library, { at: "#/trace/lending%2Flossy.sealed-slips.L2.a" }, async ({ page }) => {
      expect(await page.locator(".arrow.lost .cross").count()).toBe(1);
      expect(await page.textContent(".ending")).toContain("what was promised has not happened");
    });
  });
});

describe("two runs", () => {
  const { pair } = run.traces.find((each) => each.key === pairKey)!;
  const there = `#/trace/${encodeURIComponent(pairKey)}`;

  test("stand side by side in step, with where they part and where they can be told apart", async () => {
    await visit(file, { at: there }, async ({ page }) => {
      const [first, second] = await boxesOf(page, ".pair > section");
      expect(first!.right).toBeLessThanOrEqual(second!.left);
      for (const side of [1, 2]) {
        const rows = page.locator(`.pair > section:nth-child(${side}) .rows li`);
        expect(await rows.count()).toBe(pair!.steps.length);
      }
      const heads = await boxesOf(page, ".pair .head bdi");
      const names = heads.map((head) => head.name);
      expect(names.slice(0, names.length / 2)).toEqual(names.slice(names.length / 2));
      expect(await page.locator(".two-runs .mark .warn").count()).toBe(1);
      const marks = await page.locator(".two-runs .mark").allTextContents();
      const apart = pair!.steps.findIndex(
        ({ left, right }) => JSON.stringify(left) !== JSON.stringify(right),
      );
      expect(marks[apart]).toContain("Here the runs part");
      expect(marks.at(-1)).toContain("Here they can be told apart");
    });
  });

  test("are stepped through together", async () => {
    await visit(file, { at: `${there}/1` }, async ({ page }) => {
      await page.click(".two-runs .number >> nth=2");
      await page.waitForFunction(
        () => document.querySelectorAll(".pair li:nth-child(3)[aria-current]").length === 2,
      );
      await page.keyboard.press("End");
      await page.waitForFunction(
        () => document.querySelectorAll(".pair li:last-child[aria-current]").length === 2,
      );
      const stands = page.locator(".pair > section:nth-child(2) .rows li:last-child .words");
      const moved = pair!.steps.at(-1)!.right !== undefined;
      expect((await stands.textContent())!.includes("(nothing)")).toBe(!moved);
      await page.click(".machines .tools >> text=The second run");
      expect(await page.locator(".chart .leaf.active").count()).toBeGreaterThan(0);
    });
  });
});

describe("another way", () => {
  test("is three clicks away from a story, and says what it breaks", async () => {
    await visit(file, { at: `${at}/${last - 1}` }, async ({ page }) => {
      await page.click("text=What else could happen here?");
      await page.click(".offers a >> nth=0");
      await page.waitForSelector("text=Your own story");
      expect(await page.locator(".rows li").count()).toBe(last);
    });
  });

  test("marks the move that breaks a promise, and following it shows the break", async () => {
    const moves = encodeURIComponent(trace.moves.slice(0, -1).join("\n"));
    await visit(
      file,
      { at: `#/explore/flip-in-flight/announced-2021?moves=${moves}` },
      async ({ page }) => {
        await page.click(".offers li:has(.tag:has-text('P3.a')) a");
        await page.waitForSelector(".rows .breaks");
        expect(await page.textContent(".headline")).toContain("This story breaks P3.a.");
        expect(await page.locator(".readings .forbidden").count()).toBeGreaterThan(0);
        await page.click("text=Take the last move back");
        await page.waitForSelector(`text=Step ${last - 1} of ${last - 1}`);
      },
    );
  });

  test("a list of moves that is not possible is refused in words", async () => {
    await visit(
      file,
      { at: "#/explore/flip-in-flight/strict?moves=ana.phone%2Fshop%20user.dance" },
      async ({ page }) => {
        expect(await page.textContent("[role=alert]")).toContain("is not possible here");
      },
    );
  });
});

describe("plain words", () => {
  test("hide figures, and a reload remembers", async () => {
    await visit(file, {}, async ({ page }) => {
      expect(await page.textContent("main")).toMatch(/put to the test [\d,]+ times/);
      await page.click("text=Plain words");
      expect(await page.textContent("main")).not.toMatch(/put to the test/);
      await page.reload();
      await page.waitForSelector("h1");
      expect(await page.getAttribute("button:has-text('Plain words')", "aria-pressed")).toBe(
        "true",
      );
    });
  });
});
