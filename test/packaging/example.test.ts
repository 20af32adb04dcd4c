import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../imports.ts";
import { localRegistry } from "./registry.ts";

const example = "examples/disappearing-messages";

let folder: string;
let project: string;
let installed: { readonly status: number | null; readonly said: string };
let given: ReadonlySet<string>;

/** Runs a command of the project on the Node that runs these tests. */
const run = (
  command: string,
  args: readonly string[],
  cwd = project,
): Promise<{ readonly status: number | null; readonly said: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: {
        ...process.env,
        NO_COLOR: "1",
        PATH: `${dirname(process.execPath)}${delimiter}${process.env["PATH"]}`,
        npm_config_cache: join(folder, "cache"),
        npm_config_userconfig: join(folder, "npmrc"),
      },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (bytes: Buffer) => (said += bytes.toString()));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, said }));
  });

/** The example, where it can reach nothing of this repository but the package. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sealcheck-example-"));
  project = join(folder, example);
  cpSync(join(root, example), project, { recursive: true });
  using registry = await localRegistry();
  given = registry.given;
  const packing = ["pack", "--ignore-scripts", "--pack-destination", folder];
  expect((await run("npm", packing, root)).status).toBe(0);
  installed = await run("npm", ["install", "--registry", registry.url]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a project that depends on the package", () => {
  test("installs it with npm, with what it needs and nothing else", () => {
    expect(installed).toMatchObject({ status: 0 });
    expect([...given].filter((name) => !name.startsWith("@esbuild/")).toSorted()).toEqual([
      "@types/node",
      "elkjs",
      "esbuild",
      "fast-check",
      "pure-rand",
      "tsx",
      "undici-types",
      "xstate",
    ]);
    expect([...given].filter((name) => name.startsWith("@esbuild/"))).toHaveLength(1);
  });

  test("has the right types", async () => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    expect(await run(process.execPath, [tsc, "-p", "."])).toEqual({ status: 0, said: "" });
  });

  test("keeps its promises, on the Node that it asks for", async () => {
    const { status, said } = await run("npx", ["sealcheck", "run"]);
    expect(said).toContain("✓ backups, careful");
    expect(said).toContain("D.gone  broken, as expected, in backups under careless");
    expect(said.trimEnd().split("\n").at(-1)).toBe("2 passed, 0 failed, 0 skipped");
    expect(status).toBe(0);
    const page = readFileSync(join(project, "reports/latest/index.html"), "utf8");
    expect(page).toContain("</html>");
  });

  test("can hold properties of its own", async () => {
    const { status, said } = await run("npm", ["run", "--silent", "properties"]);
    expect(said).toContain('bob user.backUp "message 1"');
    expect(status).toBe(0);
  });
});
