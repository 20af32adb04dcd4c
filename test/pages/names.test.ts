import * as fc from "fast-check";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { buildReport } from "../../src/report/build.ts";
import { pageOf } from "../../src/report/html/index.ts";
import type { RunReport } from "../../src/report/run.ts";
import { mermaidOf } from "../../src/report/mermaid.ts";
import { boardOfTrace } from "../../src/report/board.ts";
import { sequenceSvg } from "../../src/report/sequence-svg.ts";
import { sequenceOf } from "../../src/report/sequence.ts";
import { root } from "../imports.ts";
import { door, doorTask, materialOf, peeped } from "../report/material.ts";
import { anyName, renamed } from "./renamed.ts";
import { visit } from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "sealcheck-names-"));
afterAll(() => rmSync(folder, { recursive: true }));

const [script, style] = ["page.js", "page.css"].map((file) =>
  readFileSync(join(root, "dist", file), "utf8").trimEnd(),
) as [string, string];

/** A small report with a story, as it is read back from a file. */
const plain = JSON.parse(
  JSON.stringify(
    buildReport(
      materialOf([doorTask(door("glass"), { counterexamples: [peeped] }), doorTask(door("oak"))]),
    ),
  ),
) as RunReport;

const anyReport: fc.Arbitrary<RunReport> = fc
  .array(anyName, { minLength: 8, maxLength: 20 })
  .map((names) => renamed(plain, names));

const pageIn = (run: RunReport): string => {
  const file = join(folder, "index.html");
  writeFileSync(file, pageOf({ run, scenes: undefined, explorer: undefined, script, style }));
  return file;
};

describe("whatever things are called", () => {
  test("every page is drawn, and nothing of a name is taken for anything else", async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (run) => {
        const [trace] = run.traces;
        const [protocol] = run.protocols;
        const id = encodeURIComponent(protocol!.invariants[0]!.id);
        await visit(pageIn(run), {}, async ({ page, complaints }) => {
          for (const at of [
            "#/",
            `#/promise/${id}/${encodeURIComponent(protocol!.name)}`,
            `#/trace/${encodeURIComponent(trace!.key)}`,
            "#/ledger",
            "#/scenarios",
            "#/coverage",
            "#/about",
          ]) {
            await page.evaluate((hash) => void (location.hash = hash), at);
            await page.waitForFunction(() => document.querySelector("h1, [role=alert]") !== null);
            expect(await page.locator("[role=alert]").allTextContents()).toEqual([]);
            expect(await page.locator("main :is(script, img, iframe)").count()).toBe(0);
          }
          await page.waitForFunction(() => document.querySelector(".loading") === null);
          expect(await page.evaluate("globalThis.letIn")).toBeUndefined();
          expect(complaints).toEqual([]);
        });
      }),
      { numRuns: 5, seed: 7 },
    );
  });

  test("a story opens under its key, wide and narrow", async () => {
    const names = [
      "👩‍👩‍👧‍👦 and 🏳️‍🌈",
      "שלום עולם",
      "a".repeat(300),
      "a word that ".repeat(25),
      "</script>",
    ];
    const run = renamed(plain, names);
    await visit(
      pageIn(run),
      { at: `#/trace/${encodeURIComponent(run.traces[0]!.key)}` },
      async ({ page }) => {
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await page.locator(".rows li").count()).toBe(2);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(wide).toBeLessThanOrEqual(width);
        }
      },
    );
  });

  test("a story that can repeat for ever shows from where on", async () => {
    const [trace] = plain.traces;
    const looping = { ...trace!, brokenAt: "for ever" as const, repeatsFrom: 2, fact: undefined };
    await visit(
      pageIn({ ...plain, traces: [looping] }),
      { at: `#/trace/${encodeURIComponent(trace!.key)}` },
      async ({ page }) => {
        expect(await page.textContent(".rows .repeats")).toContain("can repeat for ever");
        expect(await page.textContent(".ending")).toContain("can repeat for ever");
        expect(await page.textContent(".stepper .step")).toBe("Step 2 of 2");
      },
    );
  });

  test("pictures and Mermaid texts stay what they are", () => {
    fc.assert(
      fc.property(anyReport, (run) => {
        const sequence = sequenceOf(boardOfTrace(run.traces[0]!, undefined, undefined));
        const svg = sequenceSvg(sequence);
        expect(svg).not.toMatch(/<(?!\/?(?:svg|rect|path|text|circle)\b)/);
        const lines = mermaidOf(sequence).trimEnd().split("\n");
        expect(
          lines.every((line) =>
            /^(?:sequenceDiagram|  (?:autonumber|participant p\d+ as|p\d+-|Note ))/.test(line),
          ),
        ).toBe(true);
      }),
      { seed: 7 },
    );
  });
});
