/**
 * Bundles the library and the command line into dist/: index.js is the modelling door (`sealcheck`, and `#sealcheck`
 * within this repository), fast-check.js makes traces for properties (`sealcheck/fast-check`), vitest.js makes tests of
 * scenarios (`sealcheck/vitest`), cli.js is the command line, worker.js its worker threads, rerun.js those that watching
 * starts, explorer.js what lets a page explore models. Beside them page.js and page.css, the application of the report's
 * page, which runs in a browser.
 *
 * There must be one copy of the library in a process, because terms and tables are hash-consed: a second copy would
 * find equal terms unequal. So all of these are built at once with shared chunks, and every module of src/ lands in
 * exactly one file, whoever imports it: the command line reaches the engine by relative imports, models and scenarios
 * reach it by name, and both meet in the same chunk. A module that landed in two files fails the build.
 *
 * - The command line loads the engine lazily (`await import`), so that `--help` need not.
 * - All files of dist/ lie side by side. A module that starts a worker or reads a file next to itself must therefore
 *   ask for it by name alone: `new URL("./worker.js", import.meta.url)`.
 * - XState, fast-check and vitest stay outside, because a user's models bring their own, and so do tsx, which loads
 *   models, and elkjs, which lays charts out and has a licence of its own.
 *   Effect, chalk and the rest are bundled: start-up is ten times faster, and users install nothing for them.
 * - Tests run on src/ directly (the alias in vitest.config.ts). So does a command line started from its sources with
 *   `node --conditions=sealcheck-source`. Never mix the two in one process.
 */
import "../bin/supported-node.js";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

/** What users have beside us in node_modules; nothing else may be left to find at run time. */
const external = ["xstate", "fast-check", "tsx", "elkjs", "vitest"];

const { metafile, outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(
    Object.entries({
      index: "src/index.ts",
      "fast-check": "src/fast-check/index.ts",
      vitest: "src/vitest/index.ts",
      cli: "src/cli/main.ts",
      worker: "src/cli/worker.ts",
      rerun: "src/cli/watch/rerun.ts",
      explorer: "src/explore/index.ts",
    }).filter(([, source]) => existsSync(join(root, source))),
  ),
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node24",
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "eof",
  keepNames: true,
  external,
  banner: {
    // Some bundled libraries are CommonJS and ask for Node's modules with `require`.
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  logLevel: "warning",
  metafile: true,
  write: false,
});

const page = await build({
  absWorkingDir: root,
  entryPoints: [
    { in: "src/page/main.tsx", out: "page" },
    { in: "src/page/styles/index.css", out: "page" },
  ],
  outdir: "dist",
  bundle: true,
  format: "iife",
  platform: "browser",
  target: ["chrome120", "firefox121", "safari17.5"],
  jsx: "automatic",
  jsxImportSource: "preact",
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  write: false,
});

const outputs = Object.entries(metafile.outputs).filter(([file]) => file.endsWith(".js"));
const homes = new Map();
for (const [file, { inputs, imports }] of outputs) {
  for (const [source, { bytesInOutput }] of Object.entries(inputs))
    if (source.startsWith("src/") && bytesInOutput > 0)
      homes.set(source, [...(homes.get(source) ?? []), file]);
  for (const { path, external: outside } of imports)
    if (outside && !builtin(path) && !external.some((name) => owns(name, path)))
      throw new Error(`${file} would look for ${path} at run time, and users do not have it`);
}
for (const [source, files] of homes)
  if (files.length > 1) throw new Error(`${source} landed in ${files.join(" and ")}`);

// Only now: a build that fails leaves the last one as it was. The declarations in dist/types are the other step's.
mkdirSync(dist, { recursive: true });
for (const file of readdirSync(dist))
  if (/\.(js|css)(\.map)?$/.test(file)) rmSync(join(dist, file));
for (const { path, contents } of [...outputFiles, ...page.outputFiles])
  writeFileSync(path, contents);

function builtin(name) {
  return name.startsWith("node:") || builtinModules.includes(name);
}

function owns(name, path) {
  return path === name || path.startsWith(`${name}/`);
}
