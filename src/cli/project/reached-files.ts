import { readFileSync, statSync } from "node:fs";
import { createRequire, findPackageJSON, isBuiltin } from "node:module";
import { dirname, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { namesIn } from "./imports-of.ts";

/** What sources lean on beside each other. */
export interface Reached {
  /** Files that they import, directly or not; absolute. */
  readonly files: readonly string[];
  /** Packages that they import so, with their versions, in order. */
  readonly packages: readonly string[];
}

/** Follows imports out of sources. Those that a source makes up as it runs are not seen. */
export const reachedFrom = (sources: readonly string[]): Reached => {
  const own = new Set(sources);
  const files = new Set(sources);
  const packages = new Set<string>();
  for (const file of files)
    for (const name of namesIn(file).filter((each) => !isOurs(each))) {
      const found = name.startsWith(".") ? beside(file, name) : byName(file, name);
      if (found === undefined) continue;
      if (found.includes(`${sep}node_modules${sep}`)) packages.add(packageOf(found));
      else files.add(found);
    }
  return { files: [...files].filter((file) => !own.has(file)), packages: [...packages].toSorted() };
};

/** What every model is made of is known by its own version. */
const isOurs = (name: string): boolean =>
  isBuiltin(name) || /^(?:#?sealcheck|xstate)(?:\/|$)/.test(name);

const endings = ["", ".ts", ".mts", ".js", ".mjs", "/index.ts", "/index.js"];

/** A file by its relative name, which may leave its ending out, or have that of what it is compiled to. */
export const beside = (from: string, name: string): string | undefined => {
  const path = resolve(dirname(from), name);
  const candidates = [
    ...endings.map((ending) => path + ending),
    path.replace(/\.(m?)js$/, ".$1ts"),
  ];
  return candidates.find((each) => statSync(each, { throwIfNoEntry: false })?.isFile());
};

const byName = (from: string, name: string): string | undefined => {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return manifestOf(name, from);
  }
};

/** A package that is there for import alone has no file for what requires; its manifest will do. */
const manifestOf = (name: string, from: string): string | undefined => {
  try {
    return findPackageJSON(name, pathToFileURL(from));
  } catch {
    // What cannot be found fails as it is loaded.
    return undefined;
  }
};

const packageOf = (file: string): string => {
  const manifest = findPackageJSON(pathToFileURL(file)) ?? file;
  const { name, version } = JSON.parse(readFileSync(manifest, "utf8")) as Record<string, string>;
  return `${name} ${version}`;
};
