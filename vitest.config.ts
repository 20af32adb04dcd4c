import "./bin/supported-node.js";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
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

/** Files that take a core longest begin first, so that the other one does not have to wait for them in the end. */
const long = ["test/docs.test.ts", "test/scenarios/expectations.test.ts"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => long.some((one) => moduleId.endsWith(one));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

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
    // The other core has tests of its own to do.
    env: { SEALCHECK_WORKERS: "1" },
    sequence: { sequencer: LongestFirst },
    // Test files leave nothing behind in modules, and what they import takes as long as many of them.
    isolate: false,
    projects: Object.entries(parts).map(([name, globs]) => ({
      extends: true,
      test: {
        name,
        include: globs,
        testTimeout: name === "deep" ? 30 * minutes : 4 * minutes,
        hookTimeout: 4 * minutes,
        // One browser and a few reports serve all tests of pages.
        ...(name === "pages" ? { globalSetup: "test/pages/set-up.ts" } : {}),
      },
    })),
  },
});
