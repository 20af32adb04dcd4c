import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, test } from "vitest";
import { application } from "../../src/cli/page/application.ts";
import { pageOf } from "../../src/report/html/index.ts";
import { root } from "../imports.ts";
import { taskOf } from "../models/project.ts";
import { manyStories, repeated, type Stories } from "./many-stories.ts";
import { openingOf } from "./opening.ts";
import { boxesOf, overlaps, theBrowser, visit } from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "sealcheck-size-"));
afterAll(() => rmSync(folder, { recursive: true }));

const pageIn = (name: string, stories: Stories): string => {
  const file = join(folder, name);
  writeFileSync(file, pageOf({ ...stories, explorer: undefined, ...application() }));
  return file;
};

const kilobytes = 1024;

/** What it was when somebody looked last; UPDATE_BASELINE=1 takes what it is now. */
const baselineFile = join(root, "test/pages/baseline.json");
const baseline = JSON.parse(readFileSync(baselineFile, "utf8")) as { bytesPerStory: number };

describe("a page", () => {
  test("carries a small application", () => {
    const { script, style } = application();
    expect(script.length + style.length).toBeLessThan(200 * kilobytes);
  });

  test("with the models of this repository stays small", () => {
    expect(statSync(join(inject("messenger"), "index.html")).size).toBeLessThan(500 * kilobytes);
  });

  const task = taskOf("flip-in-flight", "announced-2021");
  const some = manyStories(task, { stories: 100, moves: 12 });
  const few = pageIn("few.html", some);

  test("takes no more for each of a hundred different stories than it did", () => {
    const { traces: _, ...run } = some.run;
    const none = pageIn("none.html", {
      run: { ...run, traces: [] },
      scenes: { ...some.scenes, scenes: [] },
    });
    const bytesPerStory = Math.round((statSync(few).size - statSync(none).size) / 100);
    if (process.env["UPDATE_BASELINE"] === "1")
      writeFileSync(baselineFile, `${JSON.stringify({ bytesPerStory }, undefined, 2)}\n`);
    else expect(bytesPerStory).toBeLessThan(1.1 * baseline.bytesPerStory);
  });

  test("with a thousand stories is about as quick to open as with a hundred", async () => {
    const many = repeated(task, some, 1000);
    const browser = await theBrowser();
    const opened = await openingOf(browser, { file: few, story: some.run.traces[0]!.key });
    const story = many.run.traces.at(-1)!.key;
    const larger = await openingOf(browser, { file: pageIn("many.html", many), story });
    expect(larger.first).toBeLessThan(3 * opened.first + 200);
    expect(larger.story).toBeLessThan(3 * opened.story + 200);
  });
});

test("the largest cast is in sight: every column of who can read what, and every name", async () => {
  const stories = manyStories(taskOf("whole-town", "coexistence"), { stories: 1, moves: 80 });
  const at = `#/trace/${encodeURIComponent(stories.run.traces[0]!.key)}`;
  await visit(pageIn("town.html", stories), { at }, async ({ page }) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const heads = await boxesOf(page, ".knowledge thead th");
      expect(heads.length).toBeGreaterThan(6);
      expect(overlaps(heads)).toEqual([]);
      const [frame] = await boxesOf(page, ".inspector");
      expect(heads.filter(({ right }) => right > frame!.right + 1)).toEqual([]);
      const cut = await page.$$eval(".knowledge th bdi, .head bdi", (names) =>
        names
          .filter((name) => name.scrollWidth > name.clientWidth + 1)
          .filter((name) => getComputedStyle(name).display !== "inline")
          .map((name) => name.textContent),
      );
      expect(cut).toEqual([]);
    }
  });
});
