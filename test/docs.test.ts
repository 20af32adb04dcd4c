import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blocksIn, blocksOf, documents, rewrite, update, type Block } from "./docs/blocks.ts";
import { commandsIn, converse } from "./docs/session.ts";
import { agrees, exchangesIn, transcript } from "./docs/transcript.ts";
import { root } from "./imports.ts";
import { userProject, type UserProject } from "./user-project.ts";

/**
 * Documents do not lie. A ```ts block is type-checked and run in a user's project; `ts models/x.ts` is also left there
 * under that name, and where this repository has a file of that name, the block must be a part of it; `ts part of
 * models/x.ts` is only that, in any language, and does not run by itself. A ```console
 * block is typed into a shell and must print what it says: in that project if the document wrote files into it or begins
 * one, otherwise in a copy of the models of this repository, so that whoever tests keeps the reports they have. Commands
 * that are only told, not run, stand in a ```sh block.
 *
 * `UPDATE_DOCS=1 npx vitest run test/docs.test.ts` writes what was printed into the documents. The ledger in the README
 * is compared in test/scenarios, where all scenarios are played.
 */
const readme = existsSync(join(root, "README.md"));
const blocks = documents().flatMap(blocksOf);
const excerpt = "part of ";
const excerpts = blocks.filter(({ info }) => info.startsWith(excerpt));
const programs = blocks.filter((block) => block.language === "ts" && !excerpts.includes(block));
const consoles = blocks.filter(({ language }) => language === "console");

const projects = new Map<string, UserProject>();

const projectOf = (file: string): UserProject => {
  const project = projects.get(file) ?? userProject();
  projects.set(file, project);
  return project;
};

/** Where documents speak of the models of this repository. */
const ours = (): UserProject => {
  const known = projects.get(root);
  const project = known ?? projectOf(root);
  if (!known)
    for (const part of ["models", "scenarios"])
      cpSync(join(root, part), join(project.folder, part), { recursive: true });
  return project;
};

const nameOf = (block: Block): string => block.info || `line-${block.line}.ts`;

const title = ({ file, line, info }: Block): string => `${file}:${line}${info && ` ${info}`}`;

/** Runs a tool of the repository in a folder; answers what it said where it failed, otherwise nothing. */
const complaint = (folder: string, script: string, ...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
  });
  return status === 0 ? "" : `${stdout}${stderr}`.trim() || `status ${status}`;
};

beforeAll(() => {
  for (const block of programs) projectOf(block.file).write(nameOf(block), block.text);
});

afterAll(() => {
  for (const project of projects.values()) project[Symbol.dispose]();
});

describe.skipIf(!readme)("the documents", () => {
  test("the README has blocks to run", () => {
    const kinds = blocksOf("README.md").map(({ language }) => language);
    expect(kinds).toContain("console");
  });

  test("the README tells the commands that CI runs", () => {
    const text = readFileSync(join(root, "README.md"), "utf8");
    for (const command of ["npm ci", "npm test"]) expect(text).toContain(command);
  });

  test("every block says what it is", () => {
    expect(blocks.filter(({ language }) => language === "").map(title)).toEqual([]);
  });
});

describe.skipIf(programs.length === 0)("programs", () => {
  test.each([...new Set(programs.map(({ file }) => file))])("%s has the right types", (file) => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    expect(complaint(projectOf(file).folder, tsc, "-p", ".")).toBe("");
  });

  test.each(programs.map((block) => [title(block), block] as const))("%s runs", (_, block) => {
    expect(complaint(projectOf(block.file).folder, nameOf(block))).toBe("");
  });

  const shown = [
    ...excerpts.map((block) => ({ block, path: block.info.slice(excerpt.length) })),
    ...programs
      .filter(({ info }) => info !== "" && existsSync(join(root, info)))
      .map((block) => ({ block, path: block.info })),
  ];
  test.each(shown.map((each) => [title(each.block), each] as const))(
    "%s is as shown",
    (_, { block, path }) => {
      expect(readFileSync(join(root, path), "utf8")).toContain(block.text.trim());
    },
  );
});

describe.skipIf(consoles.length === 0)("consoles", () => {
  test.each(consoles.map((block) => [title(block), block] as const))("%s", (_, block) => {
    const own =
      programs.some(({ file, info }) => file === block.file && info !== "") ||
      consoles.some(({ file, text }) => file === block.file && text.includes("sealcheck init"));
    const { folder } = own ? projectOf(block.file) : ours();
    const told = exchangesIn(block.text);
    const real = converse(told, { folder, bin: commandsIn(folder) });
    // 70 is our own internal error; a shell answers 126 and 127 for what it cannot run.
    expect(real.filter(({ status }) => [70, 126, 127].includes(status))).toEqual([]);
    const same = told.every(({ output }, at) => agrees(output, real[at]?.output ?? []));
    if (!same && update) rewrite(block, transcript(real));
    else if (!same) expect(transcript(real)).toBe(block.text);
  });
});

describe("the check itself", () => {
  test("finds blocks, their language, their path and their line", () => {
    const text = "# A\n\n```ts models/a.ts\nexport {};\n```\n\n````md\n```ts\n```\n````\n";
    expect(blocksIn("a.md", text)).toEqual([
      { file: "a.md", line: 3, language: "ts", info: "models/a.ts", text: "export {};\n" },
      { file: "a.md", line: 7, language: "md", info: "", text: "```ts\n```\n" },
    ]);
  });

  test.each([
    [["a"], ["a"], true],
    [["a"], ["b"], false],
    [["a", "…", "z"], ["a", "b", "c", "z"], true],
    [["a", "…"], ["a"], true],
    [["a", "…", "z"], ["a", "b"], false],
    [["2000 runs in 3.1 s"], ["2000 runs in 14 s"], true],
    [["2000 runs in 3.1 s"], ["2001 runs in 3.1 s"], false],
    [["1.6 M steps/s"], ["912,000 steps/s"], true],
    [["seed …, held"], ["seed 17, held"], true],
    [["(a+b)"], ["(a+b)", ""], true],
    [[], ["anything"], false],
  ])("%j told, %j printed: %s", (told, real, expected) => {
    expect(agrees(told, real)).toBe(expected);
  });

  test("types commands into one shell and tells their output and status apart", () => {
    using project = userProject();
    const told = exchangesIn("$ printf 'one\\ntwo\\n'; false\none\ntwo\n$ echo $?\n1\n");
    const real = converse(told, { folder: project.folder, bin: commandsIn(project.folder) });
    expect(real.map(({ output, status }) => ({ output, status }))).toEqual([
      { output: ["one", "two"], status: 1 },
      { output: ["1"], status: 0 },
    ]);
    expect(transcript(told)).toBe("$ printf 'one\\ntwo\\n'; false\none\ntwo\n$ echo $?\n1\n");
  });
});
