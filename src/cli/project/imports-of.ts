import { dirname, resolve } from "node:path";
import { textIn } from "../files.ts";

/** A file without its extension: by this, sources name each other. */
export const bare = (path: string): string => path.replace(/\.m?[jt]s$/, "");

/** Files that a source names in its imports, without extension. Those that it makes up as it runs are not seen. */
export const importsOf = (path: string): string[] =>
  [...(textIn(path) ?? "").matchAll(/\b(?:from|import)\b[\s(]*["'](\.[^"']*)["']/g)].map(
    ([, name]) => bare(resolve(dirname(path), name!)),
  );
