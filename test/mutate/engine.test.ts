import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { filesOf } from "../imports.ts";
import { engineSabotages } from "./engine/sabotages.ts";
import { sabotagePlugins } from "./engine/plugin.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("sabotages of the engine still mean what they say", () => {
  test.each(engineSabotages)("$name", ({ name, file, find, replace, noticedBy }) => {
    const path = `${root}/src/${file}`;
    const code = readFileSync(path, "utf8");
    expect(code.split(find)).toHaveLength(2);
    const [plugin] = sabotagePlugins(name);
    expect(plugin!.transform(code, path)).toBe(code.split(find).join(replace));
    const tests = noticedBy.endsWith(".ts")
      ? [noticedBy]
      : filesOf(`test/${noticedBy}/**/*.test.ts`);
    expect(tests.length).toBeGreaterThan(0);
  });

  test("the documents list them all", () => {
    const rows = readFileSync(`${root}/docs/trust.md`, "utf8").match(/^\| .* \| `src\/.*$/gm);
    expect(rows).toEqual(
      engineSabotages.map(
        ({ name, file, noticedBy }) => `| ${name} | \`src/${file}\` | \`test/${noticedBy}\` |`,
      ),
    );
  });

  test("each has a name of its own, and every layer of the engine is broken somewhere", () => {
    expect(new Set(engineSabotages.map(({ name }) => name)).size).toBe(engineSabotages.length);
    const layers = new Set(engineSabotages.map(({ file }) => file.split("/")[0]));
    expect([...layers].toSorted()).toEqual([
      "machine",
      "mutate",
      "promise",
      "search",
      "term",
      "world",
    ]);
  });
});
