import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../imports.ts";
import type { Exchange } from "./transcript.ts";

/** What a reader types is `sealcheck` or `npx sealcheck`; both start the command line of this checkout. */
export const commandsIn = (folder: string): string => {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  const scripts = {
    sealcheck: `exec ${JSON.stringify(process.execPath)} ${JSON.stringify(join(root, "bin/sealcheck.js"))} "$@"`,
    npx: 'exec "$@"',
  };
  for (const [name, line] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return bin;
};

const mark = "--- end of command, status";

/**
 * Types the commands of one block into one shell, so that `$ echo $?` tells the status of the command before it, and
 * answers what each printed, on both streams, with its status. No colours, 100 columns.
 */
export const converse = (
  exchanges: readonly Exchange[],
  { folder, bin }: { readonly folder: string; readonly bin: string },
): readonly (Exchange & { readonly status: number })[] => {
  const script = exchanges
    .map(
      ({ command }) =>
        `${command}\n__status=$?; printf '\\n${mark} %s\\n' $__status; (exit $__status)\n`,
    )
    .join("");
  const { stdout } = spawnSync("bash", ["-c", `exec 2>&1\n${script}`], {
    cwd: folder,
    encoding: "utf8",
    input: "",
    timeout: 120_000,
    maxBuffer: 2 ** 26,
    env: {
      ...process.env,
      PATH: `${bin}:${root}/node_modules/.bin:${process.env["PATH"]}`,
      NO_COLOR: "1",
      FORCE_COLOR: "0",
      COLUMNS: "100",
      // A person types, wherever these tests run.
      CI: "",
    },
  });
  const parts = stdout.split(new RegExp(`\\n${mark} (\\d+)\\n`));
  return exchanges.map(({ command }, at) => ({
    command,
    output: (parts[2 * at] ?? "").replace(/\n$/, "").split("\n"),
    status: Number(parts[2 * at + 1] ?? 1),
  }));
};
