import { describe, expect, test } from "vitest";
import { filesOf, importsIn, importsOf, type Import } from "./imports.ts";

/** What a layer may import beside itself and src/mistake.ts. A pattern is a prefix up to a slash, or the whole name. */
interface Layer {
  readonly may: readonly string[];
  /** Only as `import type`: the shape of what another layer found, none of its doing. */
  readonly types?: readonly string[];
  /** Doors that only some files of the layer may use. */
  readonly doors?: Readonly<Record<string, RegExp>>;
}

const core = ["src/term", "src/machine", "src/promise", "src/world"];

/** Who may import whom: no circle, and one door for each library. */
const layers: Readonly<Record<string, Layer>> = {
  "src/term": { may: [] },
  "src/machine": { may: ["xstate"] },
  "src/promise": { may: [] },
  "src/world": { may: ["src/term", "src/machine", "src/promise"] },
  "src/search": { may: [...core, "fast-check", "node:crypto", "node:zlib"] },
  "src/fast-check": { may: ["src/promise", "src/search", "src/world", "fast-check"] },
  // The shell's other front, for a test runner: it makes the same project of the same files.
  "src/vitest": {
    may: [
      "src/cli/project",
      "src/cli/account.ts",
      "src/cli/files.ts",
      "src/cli/version.ts",
      "src/machine",
      "src/report",
      "src/search",
      "node:path",
      "vitest",
    ],
  },
  "src/mutate": { may: [...core, "src/search"] },
  "src/report": {
    may: ["src/promise"],
    types: ["src/search", "src/world", "src/term", "src/machine", "src/mutate"],
    doors: {
      chalk: /terminal/,
      elkjs: /html\/chart/,
      "node:crypto": /html\/page/,
      "node:zlib": /html\/page/,
    },
  },
  "src/explore": { may: [...core, "src/search"], types: ["src/report"] },
  "src/page": {
    may: ["src/report", "preact"],
    types: ["src/explore", "src/search", "src/promise"],
  },
  "src/gate": { may: ["src/report"], types: ["src/search", "src/promise", "src/mutate"] },
  "src/campaign": { may: [...core, "src/search"] },
  "src/conformance": { may: [...core, "src/search"] },
  "src/cli": {
    may: ["src", "effect", "@effect", "tsx", "node:*", "package.json"],
    types: ["esbuild"],
  },
  models: { may: ["#sealcheck"], doors: { xstate: /^models\/(?:.*\/)?(?:parties|mutants)\// } },
  scenarios: {
    may: ["#sealcheck", "models", "fast-check"],
    doors: { xstate: /^scenarios\/(?:.*\/)?parties\// },
  },
  "test/protocols": { may: ["#sealcheck", "xstate"] },
};

/** Layers without which there is nothing to check. */
const needed = ["term", "machine", "promise", "world", "search", "report", "cli"].map(
  (name) => `src/${name}`,
);

const covers = (pattern: string, target: string): boolean =>
  pattern.endsWith("*")
    ? target.startsWith(pattern.slice(0, -1))
    : target === pattern || target.startsWith(`${pattern}/`);

const allowed = (name: string, layer: Layer, { file, target, typesOnly }: Import): boolean =>
  [name, "src/mistake.ts", ...layer.may].some((pattern) => covers(pattern, target)) ||
  (typesOnly && (layer.types ?? []).some((pattern) => covers(pattern, target))) ||
  Object.entries(layer.doors ?? {}).some(
    ([pattern, files]) => covers(pattern, target) && files.test(file),
  );

const trespasses = (name: string, imports: readonly Import[]): readonly string[] =>
  imports
    .filter((each) => !allowed(name, layers[name] ?? { may: [] }, each))
    .map(({ file, target }) => `${file} imports ${target}`);

describe("who may import whom", () => {
  const present = Object.keys(layers).filter((name) => filesOf(`${name}/**/*.{ts,tsx}`).length > 0);

  test.each(present)("%s keeps to its layer", (name) => {
    const imports = importsOf(`${name}/**/*.{ts,tsx}`);
    expect(imports.length, "a check that saw no import has checked nothing").toBeGreaterThan(0);
    expect(trespasses(name, imports)).toEqual([]);
  });

  test("every layer that must be there was seen", () => {
    expect([...needed, "models", "scenarios"].filter((name) => !present.includes(name))).toEqual(
      [],
    );
  });

  test("every folder of src is a layer", () => {
    const folders = filesOf("src/*/**/*.{ts,tsx}").map((file) =>
      file.split("/").slice(0, 2).join("/"),
    );
    expect([...new Set(folders)].filter((folder) => !(folder in layers))).toEqual([]);
  });

  test("beside the folders, src holds only the modelling door and the mistakes", () => {
    expect(filesOf("src/*.ts")).toEqual(["src/index.ts", "src/mistake.ts"]);
  });

  test("no module imports itself by a detour", () => {
    const values = importsOf("src/**/*.{ts,tsx}").filter(({ typesOnly }) => !typesOnly);
    expect(values.length).toBeGreaterThan(0);
    expect(circles(values)).toEqual([]);
  });
});

describe("the check itself", () => {
  test.each([
    ["src/term", 'import { World } from "../world/world.ts";'],
    ["src/term", 'import { readFile } from "node:fs/promises";'],
    ["src/promise", 'import type { Machine } from "../machine/index.ts";'],
    ["src/world", 'import {\n  createActor,\n  type Actor,\n} from "xstate";'],
    ["src/world", 'const { search } = await import("../search/index.ts");'],
    ["src/search", 'export * from "../../models/vocabulary.ts";'],
    ["src/search", 'import "../index.ts";'],
    ["src/report", 'import { merge } from "../search/index.ts";'],
    ["src/report", 'import chalk from "chalk";'],
    ["models", 'import { atom } from "../src/term/index.ts";'],
    ["models", 'import { setup } from "xstate";'],
    ["scenarios", 'import { readFileSync } from "node:fs";'],
  ])("%s may not say %j", (name, text) => {
    expect(trespasses(name, importsIn(`${name}/planted.ts`, text))).toHaveLength(1);
  });

  test.each([
    ["src/world", 'import { atom } from "../term/index.ts";'],
    ["src/report", 'import type { SearchOutcome } from "../search/index.ts";'],
    ["src/report", 'export { Mistake } from "../mistake.ts";'],
    ["src/cli", 'const engine = await import("../search/index.ts");'],
    ["scenarios", 'import { messenger } from "../models/protocols/messenger.ts";'],
  ])("%s may say %j", (name, text) => {
    const imports = importsIn(`${name}/planted.ts`, text);
    expect(imports).toHaveLength(1);
    expect(trespasses(name, imports)).toEqual([]);
  });

  test("a circle of three is found, and told once", () => {
    const planted = ["ab", "bc", "ca", "cd"].map(([file = "", target = ""]) => ({
      file,
      target,
      typesOnly: false,
    }));
    expect(circles(planted)).toEqual(["a → b → c → a"]);
  });
});

/** The circles among imports, each told from its first file in the alphabet. Depth first; a file whose imports are all seen is not entered again. */
function circles(imports: readonly Import[]): readonly string[] {
  const next = Map.groupBy(imports, ({ file }) => file);
  const found = new Set<string>();
  const finished = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      const circle = path.slice(start);
      const turn = circle.indexOf(circle.toSorted()[0] ?? "");
      const turned = [...circle.slice(turn), ...circle.slice(0, turn)];
      found.add([...turned, turned[0]].join(" → "));
    }
    if (start >= 0 || finished.has(file)) return;
    for (const { target } of next.get(file) ?? []) visit(target, [...path, file]);
    finished.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return [...found];
}
