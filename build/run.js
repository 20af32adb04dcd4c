import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const tools = fileURLToPath(new URL("../node_modules/.bin", import.meta.url));

/** Our own tools and our own Node first, also where a script was not started by npm. */
const env = { ...process.env, PATH: tools + delimiter + process.env.PATH };

/**
 * Runs a command at the root of the repository to its end, or until `seconds_max` has passed; answers its exit status
 * and wall time in seconds. A command that was stopped, by us or by a signal, has status 1.
 */
export const run = (command, args, { seconds_max = 0, ...options } = {}) =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ["ignore", "inherit", "inherit"],
      timeout: seconds_max * 1000,
      ...options,
    });
    child.on("error", reject);
    options.heard?.(child);
    child.on("close", (status) =>
      resolve({ status: status ?? 1, seconds: (performance.now() - started) / 1000 }),
    );
  });

/** Like {@link run}, but keeps what the command said, on both streams, instead of passing it on. */
export const capture = async (command, args) => {
  const said = [];
  const heard = (child) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (bytes) => said.push(bytes));
  };
  const outcome = await run(command, args, { stdio: ["ignore", "pipe", "pipe"], heard });
  return { ...outcome, output: Buffer.concat(said).toString() };
};
