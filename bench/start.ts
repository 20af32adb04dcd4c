import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { median } from "./measure.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Bundles bench/child.ts the way the library is bundled, so that a cold start does not read sources. */
export const buildChild = async (): Promise<string> => {
  // Below node_modules, so that XState and fast-check are found from there.
  const folder = mkdtempSync(join(root, "node_modules", ".sealcheck-bench-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, "child.js");
  await build({
    absWorkingDir: root,
    entryPoints: ["bench/child.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    conditions: ["sealcheck-source"],
    external: ["xstate", "fast-check", "../bench/town.ts", "./town.ts"],
    logLevel: "warning",
  });
  return outfile;
};

/** Runs a process to its end: what it printed, and how long it took, in seconds. */
export const run = (
  command: readonly string[],
): { readonly printed: unknown; readonly seconds: number } => {
  const begun = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: "utf8",
  });
  const seconds = (performance.now() - begun) / 1000;
  if (status !== 0) throw new Error(`${command.join(" ")} failed: ${stderr}`);
  return { printed: JSON.parse(stdout), seconds };
};

/** The same five times over: what it printed last, and the median of how long it took. */
export const runOften = (command: readonly string[]): ReturnType<typeof run> => {
  const runs = Array.from({ length: 5 }, () => run(command));
  return { printed: runs.at(-1)!.printed, seconds: median(runs.map(({ seconds }) => seconds)) };
};
