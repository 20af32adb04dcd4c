import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, test } from "vitest";
import { pageOf } from "../../src/report/html/index.ts";
import type { RunReport } from "../../src/report/run.ts";
import type { Scenes } from "../../src/report/scenes.ts";
import { root } from "../imports.ts";
import { visit } from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "sealcheck-size-"));
afterAll(() => rmSync(folder, { recursive: true }));

const parts = (at: string) => ({
  run: JSON.parse(readFileSync(join(at, "run.json"), "utf8")) as RunReport,
  scenes: JSON.parse(readFileSync(join(at, "scenes.json"), "utf8")) as Scenes,
  explorer: undefined,
  script: readFileSync(join(root, "dist/page.js"), "utf8").trimEnd(),
  style: readFileSync(join(root, "dist/page.css"), "utf8").trimEnd(),
});

const kilobytes = 1024;

/** Milliseconds until a page shows its first screen, the best of three. */
const opening = async (file: string): Promise<number> => {
  const times: number[] = [];
  for (let count = 0; count < 3; count++)
    times.push(
      await visit(file, {}, ({ page }) =>
        page.evaluate(() => performance.getEntriesByType("paint").at(-1)?.startTime ?? 0),
      ),
    );
  return Math.min(...times);
};

describe("a page", () => {
  test("carries a small application", () => {
    const { script, style } = parts(inject("messenger"));
    expect(script.length + style.length).toBeLessThan(150 * kilobytes);
  });

  test("with the models of this repository stays small", () => {
    expect(statSync(join(inject("messenger"), "index.html")).size).toBeLessThan(500 * kilobytes);
  });

  test("with two thousand stories is about as quick to open as with a few, and takes 200 bytes for each", async () => {
    const few = parts(inject("messenger"));
    const times = Math.ceil(2000 / few.run.traces.length);
    const many = {
      ...few,
      run: { ...few.run, traces: Array.from({ length: times }, () => few.run.traces).flat() },
      scenes: {
        ...few.scenes,
        scenes: Array.from({ length: times }, () => few.scenes.scenes).flat(),
      },
    };
    const [small, large] = [join(folder, "few.html"), join(folder, "many.html")];
    writeFileSync(small, pageOf(few));
    writeFileSync(large, pageOf(many));
    const grown = statSync(large).size - statSync(small).size;
    expect(grown / many.run.traces.length).toBeLessThan(200);
    const [before, after] = [await opening(small), await opening(large)];
    expect(after).toBeLessThan(3 * before + 200);
  });
});
