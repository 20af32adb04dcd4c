#!/usr/bin/env node
import "./supported-node.js";
import { existsSync } from "node:fs";

const commandLine = new URL("../dist/cli.js", import.meta.url);

if (existsSync(commandLine)) {
  await import(commandLine.href);
} else {
  console.error("sealcheck is not built yet; run: npm run build");
  process.exitCode = 2;
}
