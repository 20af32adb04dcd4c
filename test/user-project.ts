import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "./imports.ts";

/** A project outside this repository that uses the package; gone when the scope that made it ends. */
export interface UserProject extends Disposable {
  readonly folder: string;
  write(file: string, text: string): string;
}

const manifest = {
  name: "a-project",
  private: true,
  type: "module",
  // A model of this repository can be shown as it is: its name for the door leads to the package.
  imports: { "#sealcheck": "sealcheck" },
};

const compilerOptions = {
  target: "es2024",
  module: "nodenext",
  types: ["node"],
  noEmit: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
  // The declarations of XState do not pass under exactOptionalPropertyTypes.
  skipLibCheck: true,
  allowImportingTsExtensions: true,
};

/**
 * Makes a project in a temporary folder with this package in its node_modules, linked or, as npm would install it,
 * copied from `installed`. Its peers and what its types need are links to ours, so nothing is downloaded.
 */
export const userProject = (
  options: {
    readonly installed?: string;
    readonly type?: "module" | "commonjs";
  } = {},
): UserProject => {
  const folder = mkdtempSync(join(tmpdir(), "sealcheck-project-"));
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "@types"), { recursive: true });
  for (const name of [
    "xstate",
    "fast-check",
    "pure-rand",
    "tsx",
    "elkjs",
    "esbuild",
    "@esbuild",
    "get-tsconfig",
    "resolve-pkg-maps",
    "@types/node",
    "undici-types",
    "vite",
    "vitest",
  ])
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  if (options.installed) cpSync(options.installed, join(modules, "sealcheck"), { recursive: true });
  else symlinkSync(root, join(modules, "sealcheck"));
  const write = (file: string, text: string): string => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  write("package.json", JSON.stringify({ ...manifest, type: options.type ?? "module" }));
  write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
  return {
    folder,
    write,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
};
