import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { expect, test } from "vitest";
import { application } from "../../../src/cli/page/application.ts";
import { pageOf } from "../../../src/report/html/index.ts";
import { taskOf } from "../../models/project.ts";
import { startBrowser } from "../../pages/browser.ts";
import { manyStories, repeated } from "../../pages/many-stories.ts";
import { openingOf } from "../../pages/opening.ts";

const megabytes = 1_000_000;

test("a page with a hundred thousand stories is below 20 MB, and opens as quickly as one with few", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sealcheck-many-"));
  const task = taskOf("flip-in-flight", "announced-2021");
  // As many as are decoded together, so that none of a chunk is there twice.
  const some = manyStories(task, { stories: 500, moves: 12 });
  const many = repeated(task, some, 100_000);
  const story = many.run.traces.at(-1)!.key;
  const [few, all] = [join(folder, "few.html"), join(folder, "all.html")];
  writeFileSync(few, pageOf({ ...some, explorer: undefined, ...application() }));
  writeFileSync(all, pageOf({ ...many, explorer: undefined, ...application() }));
  const size = statSync(all).size;
  const server = await startBrowser();
  const browser = await chromium.connect(server.wsEndpoint());
  const before = await openingOf(browser, { file: few, story: some.run.traces.at(-1)!.key });
  const after = await openingOf(browser, { file: all, story });
  await server.close();
  rmSync(folder, { recursive: true });
  console.log(
    `${(size / megabytes).toFixed(1)} MB; first screen ${before.first.toFixed(0)} → ${after.first.toFixed(0)} ms, a story ${before.story.toFixed(0)} → ${after.story.toFixed(0)} ms`,
  );
  expect(size).toBeLessThan(20 * megabytes);
  // Of a machine that somebody else uses too, only ratios say something.
  expect(after.first).toBeLessThan(before.first + 500);
  expect(after.story).toBeLessThan(2 * before.story + 200);
});
