import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RunReport } from "../../src/report/index.ts";
import { libraryProject } from "./library-project.ts";
import { startSealcheck } from "./sealcheck.ts";

const found = (folder: string): RunReport =>
  JSON.parse(readFileSync(join(folder, "reports/latest/run.json"), "utf8")) as RunReport;

describe.concurrent("a run that is stopped", async () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "by %s: what was found is written and told, marked as partial",
    async (signal) => {
      using library = libraryProject();
      const { child, ended } = startSealcheck(library.folder, [
        "run",
        "--sampled",
        "--runs",
        "100000000",
      ]);
      await new Promise((resolve) => child.stdout!.once("data", resolve));
      setTimeout(() => {
        child.kill(signal);
        // A timer that stops a whole group tells us twice.
        setTimeout(() => child.kill(signal), 20);
      }, 1500);
      const { status, out } = await ended;
      expect(status).toBe(130);
      expect(out).toContain("partial: the search was stopped");
      expect(out).toMatch(/\n\d+ passed, \d+ failed, [1-9]\d* skipped\n$/);
      const run = found(library.folder);
      expect(run.partial).toBe(true);
      expect(run.tasks.some(({ runs }) => runs > 0)).toBe(true);
    },
  );

  test("because nobody reads on: it does not look like success", async () => {
    using library = libraryProject();
    const { child, ended } = startSealcheck(library.folder, [
      "run",
      "--sampled",
      "--runs",
      "100000000",
      "--time",
      "3",
    ]);
    child.stdout!.once("data", () => child.stdout!.destroy());
    expect((await ended).status).toBe(130);
  });

  test("because its time is up: the same, and the exit code says what is missing", async () => {
    using library = libraryProject();
    const args = ["run", "lending/lossy", "--sampled", "--runs", "100000000", "--time", "1"];
    const { status, out } = await startSealcheck(library.folder, args).ended;
    expect(status).toBe(0);
    expect(out).toMatch(/broken as expected, partial/);
    expect(found(library.folder)).toMatchObject({ partial: true, runs: 100_000_000 });
    const calm = "scenarios/lending/calm.ts";
    const text = readFileSync(join(library.folder, calm), "utf8");
    library.write(
      calm,
      text.replace("expects: {", 'expects: { "sealed-slips": { "L1.a": breaks("who knows") },'),
    );
    const missing = ["run", "lending/calm", ...args.slice(2)];
    expect((await startSealcheck(library.folder, missing).ended).status).toBe(3);
  });
});
