import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { engineSabotages } from "../mutate/engine/sabotages.ts";
import { sabotageVariable } from "../mutate/engine/plugin.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs tests with one line of the engine changed. */
const testsWith = (noticedBy: string, name?: string): { status: number | null; output: string } => {
  const { [sabotageVariable]: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project=engine",
      "--project=shell",
      "--bail=1",
      `test/${noticedBy}`,
    ],
    {
      cwd: root,
      encoding: "utf8",
      env: name === undefined ? env : { ...env, [sabotageVariable]: name },
    },
  );
  return { status, output: `${stdout}${stderr}` };
};

describe("tests of the engine notice every sabotage of it", () => {
  const folders = [...new Set(engineSabotages.map(({ noticedBy }) => noticedBy))];

  test.each(folders)("without one, test/%s passes", (noticedBy) => {
    const { status, output } = testsWith(noticedBy);
    expect(status, output).toBe(0);
  });

  test.each(engineSabotages)("$name", ({ name, noticedBy }) => {
    const { status, output } = testsWith(noticedBy, name);
    expect(status, output).toBe(1);
    expect(output).toMatch(/Tests .*[1-9]\d* failed/);
  });
});
