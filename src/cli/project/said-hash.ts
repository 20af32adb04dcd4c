import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { filesOf } from "./assemble.ts";
import type { Folders } from "./config.ts";
import { reachedFrom } from "./reached-files.ts";
import { plainText } from "./source-text.ts";

/**
 * What models and scenarios say: their sources without comments and layout, whatever their files are called and wherever
 * they lie, and what they import from elsewhere. SHA-256 in hex.
 */
export const saidHash = (folders: Folders): string => {
  const sources = filesOf(folders).map(({ path }) => path);
  const { files, packages } = reachedFrom(sources);
  const texts = [...sources, ...files].map((path) => said(readFileSync(path, "utf8")));
  return createHash("sha256")
    .update([...texts.toSorted(), ...packages].join("\0"))
    .digest("hex");
};

const said = (text: string): string =>
  plainText(text).replaceAll(/\b(from|import) ?"\.[^"]*"/g, "$1");
