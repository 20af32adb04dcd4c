import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { libraryProject } from "../cli/library-project.ts";
import { sealcheck } from "../cli/sealcheck.ts";

test("what is known of unchanged models is taken from the cache, and comes to the same report", () => {
  using library = libraryProject();
  const run = (...args: readonly string[]) => {
    const { out, status } = sealcheck(library.folder, ["run", "--cache", "--runs", "100", ...args]);
    const taken = /(\d+) of (\d+) tasks are as they were/.exec(out)?.slice(1).map(Number);
    const report = readFileSync(join(library.folder, "reports/latest/run.json"), "utf8");
    return { status, taken, report };
  };
  const cache = join(library.folder, "reports/cache/results");
  const first = run();
  expect(first).toMatchObject({ status: 0, taken: [0, 5] });
  const [models] = readdirSync(cache);
  const [kept] = readdirSync(join(cache, models!));
  library.write(`reports/cache/results/${models}/${kept}`, "{ half");
  expect(run()).toEqual({ ...first, taken: [4, 5] });
  expect(run("lending/calm", "--seed", "2").taken).toEqual([0, 2]);

  const git = (...args: readonly string[]) => spawnSync("git", args, { cwd: library.folder });
  git("init", "--quiet");
  git("add", "--force", `reports/cache/results/${models}/${kept}`);
  // A branch must not bring along what is found of it.
  expect(run()).toEqual({ ...first, taken: [4, 5] });

  const file = "scenarios/lending/calm.ts";
  const text = readFileSync(join(library.folder, file), "utf8");
  library.write(file, text.replace("slips: 2", "slips: 1"));
  expect(run("lending/calm").taken).toEqual([0, 2]);
  expect(readdirSync(cache)).not.toContain(models);
});
