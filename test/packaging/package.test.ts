import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { breakStarter } from "../cli/starter.ts";
import { root } from "../imports.ts";
import { userProject, type UserProject } from "../user-project.ts";

let folder: string;
let project: UserProject;
let files: readonly string[];

const run = (command: string, args: readonly string[], cwd: string) =>
  spawnSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });

/** What npm would publish, unpacked as npm would install it, beside a user's own models. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sealcheck-package-"));
  const packed = run(
    "npm",
    ["pack", "--ignore-scripts", "--json", "--pack-destination", folder],
    root,
  );
  const [told] = JSON.parse(packed.stdout) as [{ filename: string; files: { path: string }[] }];
  files = told.files.map(({ path }) => path);
  expect(run("tar", ["-xzf", told.filename], folder).status).toBe(0);
  project = userProject({ installed: join(folder, "package") });
  project.write(
    "models/lamp.ts",
    `import { coalition, compose, encrypt, part, possible, promise, protocol, secret, vocabulary } from "sealcheck";
import { emit, setup } from "xstate";

const { noun, states } = vocabulary<{ shone: { lamp: string } }>();
const lamp = part({
  kind: "lamp",
  machine: setup({ actions: { shine: emit({ type: "lamp.shines" }) } }).createMachine({
    id: "lamp",
    initial: "dark",
    states: { dark: { on: { "user.press": { target: "bright", actions: "shine" } } }, bright: {} },
  }),
  intents: { "user.press": {} },
  emits: { "lamp.shines": [states("shone", ({ name }) => ({ lamp: name }))] },
});
export const room = protocol<object>({
  name: "room",
  says: "One lamp.",
  compose: () =>
    compose({
      parts: [lamp.as("lamp", { owner: "ana" }, {})],
      coalitions: [coalition("ana", [encrypt(secret("k"), secret("t"))])],
    }),
});
export const light = promise({
  id: "L",
  title: "There can be light",
  says: "The lamp can shine.",
  source: "the switch",
  invariants: { "L.a": possible({ says: "It shines", what: noun({ of: "shone", says: "it shines" }) }) },
});
`,
  );
  project.write(
    "scenarios/evening.ts",
    `import { scenario } from "sealcheck";
import { room } from "../models/lamp.ts";

export default scenario({
  says: "Ana presses the switch.",
  protocols: [room],
  cast: {},
  mayDo: { ana: ["user.press"] },
  bound: { moves: 3 },
  about: ["L.a"],
});
`,
  );
});

afterAll(() => {
  project[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

const sealcheck = (...args: readonly string[]) =>
  run(
    process.execPath,
    [join(project.folder, "node_modules/sealcheck/bin/sealcheck.js"), ...args],
    project.folder,
  );

describe("the published package", () => {
  test("holds the built library, its types, what init writes, and the licence, and no sources, tests or models", () => {
    for (const file of [
      "bin/sealcheck.js",
      "dist/index.js",
      "dist/fast-check.js",
      "dist/vitest.js",
      "dist/cli.js",
      "dist/explorer.js",
      "dist/page.js",
      "dist/page.css",
      "dist/types/index.d.ts",
      "dist/types/fast-check/index.d.ts",
      "dist/types/vitest/index.d.ts",
      "starter/gitignore",
      "starter/.github/workflows/sealcheck.yml",
      "starter/.gitlab-ci.yml",
      ".gitlab/sealcheck.yml",
      "action.yml",
      "LICENSE",
      "README.md",
    ])
      expect(files).toContain(file);
    expect(
      files.filter((file) => /^(?:src|test|models|scenarios|bench|build|reports)\//.test(file)),
    ).toEqual([]);
  });

  test("asks for nothing that is only needed to build it", () => {
    const { dependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    ) as { dependencies: object; optionalDependencies?: object };
    expect(Object.keys(dependencies)).toEqual(["elkjs", "tsx"]);
    expect(optionalDependencies).toBeUndefined();
  });

  test("runs a project outside of the repository, with the same command line", () => {
    const { status, stdout, stderr } = sealcheck("run", "--runs", "50");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain("evening, room");
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("1 passed, 0 failed, 0 skipped");
    const page = readFileSync(join(project.folder, "reports/latest/index.html"), "utf8");
    expect(page.includes('id="island-explorer"'), "its models travel with its page").toBe(true);
  });

  test("gives models and command line one library: equal terms are one object", () => {
    project.write(
      "same.mjs",
      `import { secret } from "sealcheck";
const again = await import(import.meta.resolve("sealcheck"));
process.exit(again.secret("one") === secret("one") ? 0 : 1);
`,
    );
    expect(run(process.execPath, ["same.mjs"], project.folder).status).toBe(0);
  });

  test("type-checks in a project of its own", () => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    expect(run(process.execPath, [tsc, "-p", "."], project.folder).stdout).toBe("");
  });

  test("has a project to begin with that type-checks, passes its tests, and can fail them", () => {
    expect(sealcheck("init", "letters").status).toBe(0);
    const letters = join(project.folder, "letters");
    const tool = (...words: readonly string[]) =>
      run(process.execPath, [join(root, "node_modules", words[0]!), ...words.slice(1)], letters);
    expect(tool("typescript/bin/tsc", "-p", ".").stdout).toBe("");
    expect(tool("vitest/vitest.mjs", "run").stdout).toMatch(/Tests {2}2 passed/);
    breakStarter(letters);
    const { status, stderr } = tool("vitest/vitest.mjs", "run");
    expect(status).toBe(1);
    expect(stderr).toContain("L.private  broken in two-letters under sealed-letters");
  });

  test("an older Node is refused in one sentence", () => {
    const script = join(project.folder, "node_modules/sealcheck/bin/supported-node.js");
    project.write(
      "old.mjs",
      `Object.defineProperty(process.versions, "node", { value: "20.1.0" });
await import(${JSON.stringify("file://")} + ${JSON.stringify(script)});
`,
    );
    const { status, stderr } = run(process.execPath, ["old.mjs"], project.folder);
    expect(stderr.trim()).toBe("sealcheck needs Node 24 or newer; this is Node 20.1.0.");
    expect(status).toBe(2);
  });
});
