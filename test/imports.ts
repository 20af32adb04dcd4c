import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

/** The top folder of the repository, without a slash at its end. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** One import of one file. A relative target is resolved to a path from the root; any other stays a package's name. */
export interface Import {
  readonly file: string;
  readonly target: string;
  /** Whether it vanishes when types are stripped: `import type`. */
  readonly typesOnly: boolean;
}

const statement = /^(?:import|export)\s+(?:(type)\s+)?(?:[^"';]*?\sfrom\s+)?"([^"\n]+)"/gm;
const expression = /\bimport\(\s*"([^"\n]+)"/g;

/** Every import, re-export and dynamic import of a TypeScript text. */
export const importsIn = (file: string, text: string): readonly Import[] => {
  const resolved = (target: string): string =>
    target.startsWith(".") ? posix.join(posix.dirname(file), target) : target;
  return [
    ...Array.from(text.matchAll(statement), ([, type, target]) => ({
      file,
      target: resolved(target ?? ""),
      typesOnly: type === "type",
    })),
    ...Array.from(text.matchAll(expression), ([, target]) => ({
      file,
      target: resolved(target ?? ""),
      typesOnly: false,
    })),
  ];
};

/** The files that match a glob, by their path from the root, in order. */
export const filesOf = (...globs: readonly string[]): readonly string[] =>
  globSync([...globs], { cwd: root, exclude: ["**/node_modules/**", "**/dist/**"] }).toSorted();

export const textOf = (file: string): string => readFileSync(`${root}/${file}`, "utf8");

/** The imports of every file that matches a glob. */
export const importsOf = (glob: string): readonly Import[] =>
  filesOf(glob).flatMap((file) => importsIn(file, textOf(file)));
