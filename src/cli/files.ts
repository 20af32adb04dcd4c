import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, relative, sep } from "node:path";

/** Paths below a folder with slashes on every system, so that names and hashes are the same everywhere. */
const withSlashes = (path: string): string => path.split(sep).join("/");

/** The sources below a folder, by their paths below it, in order. */
export const sourcesBelow = (folder: string): string[] =>
  globSync("**/*.{ts,js,mjs}", { cwd: folder, exclude: ["**/node_modules/**"] })
    .map(withSlashes)
    .filter((path) => !/\.(d|test)\.ts$/.test(path))
    .toSorted();

/** The text of a file, or undefined if it cannot be read. */
export const textIn = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

/** Writes a file, under another name first: whoever is killed meanwhile leaves what was there before. */
export const writeWhole = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
};

/** A path as a person in that folder would write it. */
export const fromFolder = (folder: string, path: string): string => {
  const below = relative(folder, path);
  return below.startsWith("..") ? path : withSlashes(below || ".");
};
