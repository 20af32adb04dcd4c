import type { build, BuildOptions, Plugin } from "esbuild";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Mistake } from "../../mistake.ts";
import type { Project } from "../project/index.ts";

/**
 * The models of a project with the engine, as one script for a browser. esbuild comes along with tsx, which loads the
 * same sources for the command line; the script gets the same library as they, so that there is one copy of it. The same
 * sources make the same script. Throws a {@link Mistake} where a browser cannot have them.
 */
export const explorerScript = async (
  project: Project,
  kinds: readonly string[],
): Promise<string> => {
  const esbuild = await bundler();
  try {
    const { outputFiles } = await esbuild.build(optionsFor(project, kinds));
    return outputFiles[0]!.text.trimEnd();
  } catch (error) {
    throw new Mistake({
      what: "the models cannot be put into a page",
      why: error instanceof Error ? error.message : String(error),
      todo: "let models and scenarios import only what a browser has, too",
    });
  }
};

const optionsFor = (project: Project, kinds: readonly string[]) =>
  ({
    stdin: {
      contents: entry(project, kinds),
      resolveDir: project.folders.project,
      loader: "js",
    },
    absWorkingDir: project.folders.project,
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2024",
    minify: true,
    legalComments: "none",
    logLevel: "silent",
    plugins: [oneLibrary, withoutNode],
  }) satisfies BuildOptions;

interface Bundler {
  readonly build: typeof build;
}

/** The esbuild that tsx brings along; a package manager that keeps packages apart shows it to tsx alone. */
const bundler = async (): Promise<Bundler> => {
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve("tsx/package.json"));
    return (await import(pathToFileURL(beside.resolve("esbuild")).href)) as Bundler;
  } catch {
    throw new Mistake({
      what: "the models cannot be put into a page",
      why: "esbuild, which comes along with tsx, was not found",
      todo: "install the packages of this project again",
    });
  }
};

/** A file of the library, beside this one once it is built. */
const built = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const entry = ({ sources, scenarios, folders }: Project, kinds: readonly string[]): string => {
  const named = new Set(scenarios.map(({ name }) => name));
  const declared = sources.map((path, at) => {
    const name = path.slice(folders.scenarios.length + 1).replace(/\.m?[jt]s$/, "");
    const isScenario = path.startsWith(folders.scenarios) && named.has(name.replaceAll("\\", "/"));
    return {
      line: `import * as source${at} from ${JSON.stringify(path)};`,
      item: `{ scenarioName: ${isScenario ? JSON.stringify(name.replaceAll("\\", "/")) : "undefined"}, exports: source${at} }`,
    };
  });
  return [
    `import { explorer } from ${JSON.stringify(built("./explorer.js"))};`,
    ...declared.map(({ line }) => line),
    `globalThis.sealcheckExplorer = explorer([${declared.map(({ item }) => item).join(", ")}], ${JSON.stringify(kinds)});`,
  ].join("\n");
};

/** Models ask for the library by its name, whichever it has in their project. */
const oneLibrary: Plugin = {
  name: "one library",
  setup: (build) =>
    build.onResolve({ filter: /^#?sealcheck$/ }, () => ({ path: built("./index.js") })),
};

/**
 * The engine names parts of Node where it tells mistakes by file and line, and models may not use any: a browser gets
 * stand-ins that do nothing.
 */
const withoutNode: Plugin = {
  name: "without Node",
  setup: (build) => {
    build.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: "node" }));
    build.onLoad({ filter: /.*/, namespace: "node" }, () => ({
      contents:
        "export const createRequire = () => () => ({}); export const fileURLToPath = (url) => String(url); export default {};",
    }));
  },
};
