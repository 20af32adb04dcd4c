import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { libraryProject } from "../cli/library-project.ts";
import { root } from "../imports.ts";
import type { UserProject } from "../user-project.ts";

let library: UserProject;
let temp: string;

beforeAll(() => {
  library = libraryProject();
  const bin = join(library.folder, "node_modules/.bin");
  mkdirSync(bin);
  symlinkSync(join(root, "bin/sealcheck.js"), join(bin, "sealcheck"));
  temp = join(library.folder, "runner");
  mkdirSync(temp);
});
afterAll(() => library[Symbol.dispose]());

const action = readFileSync(join(root, "action.yml"), "utf8");

/** The text of a step's `run`, without the indentation of the file. */
const scriptOf = (name: string): string => {
  const step = action.split(/^ {4}- name: /m).find((text) => text.startsWith(`${name}\n`))!;
  const [, inline, block] = /^ {6}run: (?:\|\n((?: {8}.*\n|\n)+)|(.+)\n)/m.exec(step)!;
  return (inline ?? block!).replaceAll(/^ {8}/gm, "");
};

/** Runs a step as a runner would, with what it gives to steps. */
const runStep = (name: string, env: Readonly<Record<string, string>>) =>
  spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", scriptOf(name)], {
    cwd: library.folder,
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

describe("the action", () => {
  test("annotates, summarises and keeps results, whatever the gate says", () => {
    writeFileSync(join(temp, "output"), "");
    const { status, stdout } = runStep("Judge the change", {
      SEALCHECK_COMMAND: "gate",
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

  test("answers with what the gate said, and fails where it said nothing", () => {
    expect(runStep("Answer", { SEALCHECK_CODE: "0" }).status).toBe(0);
    expect(runStep("Answer", { SEALCHECK_CODE: "1" }).status).toBe(1);
    expect(runStep("Answer", { SEALCHECK_CODE: "" }).status).toBe(70);
  });

  test("leaves forks with annotations and summary, where they may not upload", () => {
    expect(action).toContain("github.event.pull_request.head.repo.full_name == github.repository");
  });
});
