import "./bin/supported-node.js";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { sabotagePlugins, sabotageVariable } from "./test/mutate/engine/plugin.ts";

const below = (folder: string): string => `test/${folder}/**/*.test.ts`;

/**
 * Which tests belong to which part of the suite; build/test.js gives each part its budget.
 * test/tidy.test.ts asserts that every test file belongs to exactly one.
 */
export const parts = {
  engine: [below("{term,machine,promise,world,search,mutate,fast-check}")],
  models: [below("{models,scenarios}")],
  shell: [below("{report,cli,gate,docs,campaign,conformance,vitest}"), "test/docs.test.ts"],
  pages: [below("pages")],
  packaging: [below("packaging"), "test/{architecture,tidy}.test.ts"],
  deep: [below("deep")],
};

const minutes = 60_000;

const sabotage = process.env[sabotageVariable];

export default defineConfig({
  // Tests see the library as sources; the command line that they start sees it as built.
  resolve: {
    alias: { "#sealcheck": fileURLToPath(new URL("src/index.ts", import.meta.url)) },
  },
  // The deep tests run others against an engine that is broken on purpose.
  plugins: sabotagePlugins(sabotage),
  test: {
    // What is kept of sources between runs must neither hide a break nor outlive it.
    fsModuleCache: sabotage === undefined,
    // One for each of the two cores that the budgets are for; by itself vitest would leave one idle.
    maxWorkers: 2,
    projects: Object.entries(parts).map(([name, globs]) => ({
      extends: true,
      test: {
        name,
        include: globs,
        testTimeout: name === "deep" ? 30 * minutes : 4 * minutes,
        hookTimeout: 4 * minutes,
        // One browser and a few reports serve all tests of pages.
        ...(name === "pages" ? { globalSetup: "test/pages/set-up.ts" } : {}),
        // The other core has tests of its own to do.
        ...(name === "shell" ? { env: { SEALCHECK_WORKERS: "1" } } : {}),
      },
    })),
  },
});
