import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { root } from "../imports.ts";

/** What a command came to. */
export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const environment = (env: Env): NodeJS.ProcessEnv => ({
  ...process.env,
  NO_COLOR: undefined,
  FORCE_COLOR: undefined,
  COLUMNS: undefined,
  ...env,
});

const bin = join(root, "bin/sealcheck.js");

/** Runs the built command line in a folder, as a user would. */
export const sealcheck = (folder: string, args: readonly string[], env: Env = {}): Outcome => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
    env: environment(env),
  });
  return { status, out: stdout, err: stderr };
};

/** Starts the command line and leaves it running, for whoever wants to interrupt it or has other things to do. */
export const startSealcheck = (
  folder: string,
  args: readonly string[],
  env: Env = {},
): { readonly child: ChildProcess; readonly ended: Promise<Outcome> } => {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: environment(env),
  });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  const ended = new Promise<Outcome>((resolve) =>
    child.on("close", (status) => resolve({ status, ...said })),
  );
  return { child, ended };
};
