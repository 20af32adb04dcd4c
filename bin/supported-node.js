// Imported first by every entry point, for its effect: from here on the process runs on a Node that we support.
// An older Node steps aside for the one that this repository locks (build/node); where there is none, as in a
// user's project, it refuses in one sentence. Only syntax and modules of Node 14 here, or an old one dies on parsing.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const wanted = 24;

if (Number(process.versions.node.split(".")[0]) < wanted) {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const executable = process.platform === "win32" ? "node.exe" : "node";
  const locked = fileURLToPath(
    new URL(
      "../node_modules/node-" + platform + "-" + process.arch + "/bin/" + executable,
      import.meta.url,
    ),
  );
  if (!existsSync(locked)) {
    console.error(
      "sealcheck needs Node " + wanted + " or newer; this is Node " + process.versions.node + ".",
    );
    process.exit(2);
  }
  await handOver(locked);
}

/** Runs the same command line on another Node, passes signals on, and ends as it ends; never resolves. */
function handOver(node) {
  const child = spawn(node, process.execArgv.concat(process.argv.slice(1)), { stdio: "inherit" });
  // A terminal sends Ctrl-C to both processes by itself; sent on, it would count twice.
  const passOn = (signal) => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, passOn);
  child.on("exit", (status, signal) => {
    if (signal === null) process.exit(status);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
  return new Promise(() => {});
}
