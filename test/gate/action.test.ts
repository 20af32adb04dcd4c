import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { libraryProject } from "../cli/library-project.ts";
import { sealcheck } from "../cli/sealcheck.ts";
import { root } from "../imports.ts";
import { userProject, type UserProject } from "../user-project.ts";

let library: UserProject;
let temp: string;

/** Puts the command where npm would put it. */
const install = ({ folder }: UserProject): void => {
  const bin = join(folder, "node_modules/.bin");
  mkdirSync(bin);
  symlinkSync(join(root, "bin/sealcheck.js"), join(bin, "sealcheck"));
};

beforeAll(() => {
  library = libraryProject();
  install(library);
  temp = join(library.folder, "runner");
  mkdirSync(temp);
});
afterAll(() => library[Symbol.dispose]());

const action = readFileSync(join(root, "action.yml"), "utf8");

const stepOf = (name: string): string =>
  action.split(/^ {4}- name: /m).find((text) => text.startsWith(`${name}\n`))!;

/** The text of a step's `run`, without the indentation of the file. */
const scriptOf = (name: string): string => {
  const step = stepOf(name);
  const [, inline, block] = /^ {6}run: (?:\|\n((?: {8}.*\n|\n)+)|(.+)\n)/m.exec(step)!;
  return (inline ?? block!).replaceAll(/^ {8}/gm, "");
};

type Env = Readonly<Record<string, string>>;

/** Runs a script as a runner would, with what it gives to steps. */
const runScript = (script: string, env: Env, { folder }: UserProject = library) =>
  spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd: folder,
    encoding: "utf8",
    timeout: 200_000,
    env: {
      ...process.env,
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_OUTPUT: join(temp, "output"),
      GITHUB_STEP_SUMMARY: join(temp, "summary.md"),
      ...env,
    },
  });

const runStep = (name: string, env: Env, project?: UserProject) =>
  runScript(scriptOf(name), env, project);

describe("the action", () => {
  test("annotates, summarises and keeps results, whatever the gate says", () => {
    writeFileSync(join(temp, "output"), "");
    const { status, stdout } = runStep("Judge the change", {
      SEALCHECK_COMMAND: "gate",
      SEALCHECK_CACHE: "",
      SEALCHECK_ARGUMENTS: "--runs 50 --date 2026-04-01",
      SEALCHECK_RESULTS: join(temp, "sealcheck"),
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^::error file=models\/borrower\.ts,line=\d+,title=sealcheck L1\.a::/m);
    expect(readFileSync(join(temp, "output"), "utf8")).toBe("exit-code=1\n");
    expect(readFileSync(join(temp, "summary.md"), "utf8")).toContain("```mermaid");
    for (const file of ["sealcheck.sarif", "junit.xml", "comment.md"])
      expect(existsSync(join(temp, "sealcheck", file)), file).toBe(true);
  });

  test("keeps results by what they follow from, and no cache changes what is said", () => {
    const report = (): string =>
      readFileSync(join(library.folder, "reports/latest/run.json"), "utf8");
    const judged = (): { readonly taken: string | undefined; readonly report: string } => {
      writeFileSync(join(temp, "output"), "");
      const { stdout, stderr } = runStep("Judge the change", {
        SEALCHECK_COMMAND: "gate",
        SEALCHECK_CACHE: "--cache",
        SEALCHECK_ARGUMENTS: "--runs 50 --date 2026-04-01",
        SEALCHECK_RESULTS: join(temp, "sealcheck"),
      });
      expect(stderr).toBe("");
      expect(readFileSync(join(temp, "output"), "utf8")).toBe("exit-code=1\n");
      return { taken: /(\d+ of \d+) tasks are as they were/.exec(stdout)?.[1], report: report() };
    };
    writeFileSync(join(temp, "output"), "");
    const without = report();
    expect(runStep("Name what is searched", {}).status).toBe(0);
    const [, hash] = /^hash=([0-9a-f]{32})\n$/.exec(readFileSync(join(temp, "output"), "utf8"))!;
    expect(judged()).toEqual({ taken: "0 of 5", report: without });
    const results = join(library.folder, "reports/cache/results", hash!);
    const kept = readdirSync(results);
    expect(kept).toHaveLength(5);
    expect(judged()).toEqual({ taken: "5 of 5", report: without });

    // One is cut off, one tells of no break, one is another task's, one is no result at all.
    const textOf = (file: string): string => readFileSync(file, "utf8");
    const files = kept.map((file) => join(results, file));
    const mild = files.find((file) => textOf(file).includes('"counterexamples":[{'));
    const [cut, moved, other] = files.filter((file) => file !== mild);
    writeFileSync(cut!, textOf(cut!).slice(0, -20));
    writeFileSync(
      mild!,
      textOf(mild!).replace(/"counterexamples":\[.*?\],"/, '"counterexamples":[],"'),
    );
    writeFileSync(moved!, textOf(other!));
    writeFileSync(other!, "{}");
    writeFileSync(join(library.folder, "reports/cache/charts.json"), '{"by":1,"charts":7}');
    library.write(
      "reports/found/odd.json",
      '{"scenario":"neighbours","protocol":"open-slips","moves":[7]}',
    );
    expect(judged()).toEqual({ taken: "1 of 5", report: without });
  });

  test("takes the cache by a pinned action, as every other that is not ours", () => {
    const step = stepOf("Take what is known from earlier runs");
    expect(step).toContain(
      "key: sealcheck-${{ runner.os }}-${{ inputs.command }}-${{ steps.searched.outputs.hash }}",
    );
    for (const [, used] of action.matchAll(/^ +uses: (.*)$/gm))
      expect(used).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d/);
  });

  test("answers with what the gate said, and fails where it said nothing", () => {
    expect(runStep("Answer", { SEALCHECK_CODE: "0" }).status).toBe(0);
    expect(runStep("Answer", { SEALCHECK_CODE: "1" }).status).toBe(1);
    expect(runStep("Answer", { SEALCHECK_CODE: "" }).status).toBe(70);
  });

  test("leaves forks with annotations and summary, where they may not upload", () => {
    expect(action).toContain("github.event.pull_request.head.repo.full_name == github.repository");
  });
});

describe("a project that init wrote", () => {
  let project: UserProject;
  const textOf = (file: string): string => readFileSync(join(project.folder, file), "utf8");

  beforeAll(() => {
    project = userProject();
    install(project);
    for (const file of ["package.json", "tsconfig.json"]) rmSync(join(project.folder, file));
    expect(sealcheck(project.folder, ["init"]).status).toBe(0);
  });
  afterAll(() => project[Symbol.dispose]());

  test("passes on GitHub at once", () => {
    const workflow = textOf(".github/workflows/sealcheck.yml");
    expect(workflow).toContain("- uses: ./node_modules/sealcheck\n");
    expect(existsSync(join(project.folder, "node_modules/sealcheck/action.yml"))).toBe(true);
    writeFileSync(join(temp, "output"), "");
    const command = /^ +command: (\w+)$/m.exec(workflow)![1]!;
    const env = {
      SEALCHECK_COMMAND: command,
      SEALCHECK_CACHE: "--cache",
      SEALCHECK_ARGUMENTS: "",
      SEALCHECK_RESULTS: join(temp, "new"),
    };
    expect(runStep("Judge the change", env, project)).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync(join(temp, "output"), "utf8")).toBe("exit-code=0\n");
  });

  test("passes on GitLab at once", () => {
    const [, job, command] = /local: (\S+)[^]*SEALCHECK_COMMAND: (\w+)/.exec(
      textOf(".gitlab-ci.yml"),
    )!;
    const [, script] = /^ +- (npx .*)$/m.exec(textOf(job!))!;
    const { status, stderr } = runScript(script!, { SEALCHECK_COMMAND: command! }, project);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(textOf("sealcheck/junit.xml")).toContain("sealed-letters");
    expect(JSON.parse(textOf("sealcheck/code-quality.json"))).toEqual([]);
  });
});
