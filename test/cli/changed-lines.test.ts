import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { belowRepository } from "../../src/cli/format-files.ts";
import { changesSince } from "../../src/cli/changed-lines.ts";
import { userProject, type UserProject } from "../user-project.ts";

const texts = {
  "models/relay.ts": "// one\n// two\n// three\n// four\n",
  "models/strict.ts": 'import "./relay.ts";\nexport const compares = true;\n',
  "models/other.ts": "// nobody imports this\n",
  "models/README.md": "about the models\n",
  "scenarios/flip.ts": 'import "../models/strict.ts";\n',
};

let project: UserProject;
const git = (...args: readonly string[]): void => {
  const who = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"];
  const { status, stderr } = spawnSync("git", [...who, ...args], { cwd: project.folder });
  expect(status, String(stderr)).toBe(0);
};

beforeAll(() => {
  project = userProject();
  for (const [file, text] of Object.entries(texts)) project.write(file, text);
  git("init", "--quiet");
  git("add", "models", "scenarios");
  git("commit", "--quiet", "-m", "first");
});
afterAll(() => project[Symbol.dispose]());

/** Where a break that the third line of the relay brings about is shown, after files have been changed so. */
const shownAfter = (changes: Readonly<Record<string, string>>): string[] => {
  const { folder } = project;
  git("checkout", "--quiet", "--", ".");
  for (const [file, text] of Object.entries(changes)) project.write(file, text);
  const folders = {
    project: folder,
    models: join(folder, "models"),
    scenarios: join(folder, "scenarios"),
    reports: join(folder, "reports"),
  };
  const sources = Object.keys(texts)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));
  const by = { part: "relay", transition: "forward", file: "models/relay.ts", line: 3 };
  return changesSince(
    { folders, sources },
    "HEAD",
  )({ by, scenario: "flip" }).map(({ file, line }) => `${file}:${line}`);
};

const [relay, strict] = [texts["models/relay.ts"], texts["models/strict.ts"]];

test.each<[what: string, changes: Readonly<Record<string, string>>, shown: readonly string[]]>([
  ["nothing", {}, []],
  ["a switch", { "models/strict.ts": strict.replace("true", "false") }, ["models/strict.ts:2"]],
  ["the line itself", { "models/relay.ts": relay.replace("three", "3") }, ["models/relay.ts:3"]],
  [
    "lines around it, and a switch",
    {
      "models/relay.ts": relay.replace("one", "1").replace("four", "4"),
      "models/strict.ts": strict.replace("true", "false"),
    },
    ["models/relay.ts:4", "models/relay.ts:1", "models/strict.ts:2"],
  ],
  [
    "a line that is gone",
    { "models/relay.ts": relay.replace("// four\n", "") },
    ["models/relay.ts:3"],
  ],
  [
    "what has nothing to do with it",
    { "models/other.ts": "// still nobody\n", "models/README.md": "more\n" },
    [],
  ],
])("a break is shown at what has changed: %s", (_, changes, shown) => {
  expect(shownAfter(changes)).toEqual(shown);
});

test.each<[env: NodeJS.ProcessEnv, below: string]>([
  [{}, ""],
  [{ GITHUB_WORKSPACE: "/builds" }, "apps/letters"],
  [{ CI_PROJECT_DIR: "/builds/apps/" }, "letters"],
  [{ GITHUB_WORKSPACE: "/builds/apps/letters" }, ""],
  [{ GITHUB_WORKSPACE: "/elsewhere" }, ""],
])("where %j, a project in /builds/apps/letters lies below %j", (env, below) => {
  expect(belowRepository(env, "/builds/apps/letters")).toBe(below);
});

test("a revision that is not there is a mistake", () => {
  const { folder } = project;
  const folders = { project: folder, models: folder, scenarios: folder, reports: folder };
  expect(() => changesSince({ folders, sources: [] }, "no-such")).toThrow(
    "nobody can tell what has changed since no-such",
  );
});
