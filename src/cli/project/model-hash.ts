import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fromFolder } from "../files.ts";
import type { Project } from "./project.ts";
import { reachedFrom } from "./reached-files.ts";

/**
 * What models mean: their sources and those of scenarios by relative path, what these import from elsewhere, and the
 * version of XState. SHA-256 in hex.
 */
export const modelHash = ({ sources, folders }: Pick<Project, "sources" | "folders">): string => {
  const hash = createHash("sha256");
  const { version } = createRequire(import.meta.url)("xstate/package.json") as { version: string };
  hash.update(`xstate ${version}\0`);
  const { files, packages } = reachedFrom(sources);
  for (const each of packages) hash.update(`${each}\0`);
  for (const path of [...sources, ...files].toSorted()) {
    hash.update(`${fromFolder(folders.project, path)}\0`);
    hash.update(`${readFileSync(path, "utf8").replaceAll("\r\n", "\n")}\0`);
  }
  return hash.digest("hex");
};
