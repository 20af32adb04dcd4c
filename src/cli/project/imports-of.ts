import { dirname, resolve } from "node:path";
import { textIn } from "../files.ts";

/** A file without its extension: by this, sources name each other. */
export const bare = (path: string): string => path.replace(/\.m?[jt]s$/, "");

/** What a source imports, as it names it. Those names that it makes up as it runs are not seen. */
export const namesIn = (path: string): string[] =>
  [
    ...(textIn(path) ?? "").matchAll(/(?<![.\w])(?:from|import)\b[\s(]*["']([\w@#./~+-]+)["']/g),
  ].map(([, name]) => name!);

/** Files that a source names in its imports, without extension. */
export const importsOf = (path: string): string[] =>
  namesIn(path)
    .filter((name) => name.startsWith("."))
    .map((name) => bare(resolve(dirname(path), name)));
