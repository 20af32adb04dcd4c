import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { filesOf } from "./assemble.ts";
import type { Folders } from "./config.ts";
import { beside, reachedFrom } from "./reached-files.ts";
import { plainText } from "./source-text.ts";

/**
 * What models and scenarios say: their sources without comments and layout, whatever their files are called and wherever
 * they lie, and what they import from elsewhere. SHA-256 in hex.
 */
export const saidHash = (folders: Folders): string => {
  const sources = filesOf(folders).map(({ path }) => path);
  const { files, packages } = reachedFrom(sources);
  const texts = [...sources, ...files].map(said);
  return hashOf([...texts.toSorted(), ...packages].join("\0"));
};

/** A source, in which files that it imports go by what they say: two that change their names are told apart. */
const said = (path: string): string =>
  plainText(readFileSync(path, "utf8")).replaceAll(imported, (_, word: string, name: string) => {
    const file = beside(path, name);
    return `${word} ${file === undefined ? name : hashOf(alone(file))}`;
  });

const alone = (path: string): string =>
  plainText(readFileSync(path, "utf8")).replaceAll(imported, "$1");

const imported = /\b(from|import) ?"(\.[^"]*)"/g;

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
