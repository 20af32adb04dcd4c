import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../imports.ts";
import type { UserProject } from "../user-project.ts";
import { libraryProject } from "./library-project.ts";
import { notPlain } from "./plain-words.ts";
import { sealcheck, type Outcome } from "./sealcheck.ts";

let library: UserProject;
const ask = (...args: readonly string[]): Outcome => sealcheck(library.folder, args);

beforeAll(() => {
  library = libraryProject();
  expect(ask("run", "--runs", "200").status).toBe(0);
});
afterAll(() => library[Symbol.dispose]());

const lossy = "reports/latest/traces/lending/lossy.sealed-slips.L2.a.json";

describe("replay", () => {
  const trace = (): { token: string } =>
    JSON.parse(readFileSync(join(library.folder, lossy), "utf8")) as { token: string };

  test("tells a trace again from its file, and from its token, in the same words", () => {
    const [file, token] = [ask("replay", lossy), ask("replay", trace().token)];
    expect(file.status).toBe(0);
    expect(file.out).toContain("2  ana→shelf loses a message");
    expect(file.out).toMatch(/\nL2\.a breaks again\n$/);
    expect(token).toEqual(file);
  });

  test("answers 1 when the trace breaks nothing any more", () => {
    const shorter = { ...trace(), moves: [] };
    library.write("kept.json", JSON.stringify(shorter));
    const { status, out } = ask("replay", "kept.json");
    expect(status).toBe(1);
    expect(out).toMatch(/\nL2\.a does not break any more\n$/);
  });

  test("with --json tells a program", () => {
    const { status, out } = ask("replay", lossy, "--json");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      breaks: true,
      steps: [{ move: "ana user.ask" }, { move: "drop ana→shelf" }],
    });
  });

  test("says so when a move of the trace is not possible any more", () => {
    library.write("kept.json", JSON.stringify({ ...trace(), moves: ["ana user.dance"] }));
    const { status, out, err } = ask("replay", "kept.json");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain('"ana user.dance" is not possible');
  });
});

describe("list", () => {
  test("shows scenarios with their sentence, protocols, and promises with their invariants", () => {
    const { status, out } = ask("list");
    expect(status).toBe(0);
    for (const text of [
      "lending/calm  Ana borrows books, and everything goes well. (open-slips, sealed-slips)",
      "sealed-slips  Slips are sealed before they are carried.",
      "L1  Discretion",
      "L2.b  a book can be borrowed",
    ])
      expect(out).toContain(text);
  });

  test("with --json shows the same to a program", () => {
    const listed = JSON.parse(ask("list", "--json").out) as Record<string, { name?: string }[]>;
    expect(listed["scenarios"]?.map(({ name }) => name)).toEqual([
      "lending/calm",
      "lending/lossy",
      "neighbours",
    ]);
    expect(Object.keys(listed)).toEqual(["scenarios", "protocols", "promises"]);
  });
});

describe("explain", () => {
  test.each([
    ["L1", /Only you and the library know what you borrow\.[^]*the reader must be one of those/],
    ["L3.a", /Whenever a slip is put on record, it must follow within 21 days/],
    ["lending/lossy", /a message may be lost, once[^]*at most twelve moves/],
    ["neighbours", /Nothing fails[^]*at most 16 moves/],
  ])("%s in words that anybody can sign", (name, said) => {
    const { status, out } = ask("explain", name);
    expect(status).toBe(0);
    expect(out.replaceAll("\n", " ")).toMatch(said);
    expect(notPlain(out)).toEqual([]);
  });
});

describe("selftest", () => {
  test("walks tables and live actors side by side", () => {
    const { status, out } = ask("selftest", "--steps", "2000");
    expect(status).toBe(0);
    expect(out).toMatch(/^2,000 steps in \d+ walks of 5 tasks, seed 1: 0 differences/);
  });

  test("answers 70 where they differ", () => {
    using changing = libraryProject();
    const file = "models/borrower.ts";
    const text = readFileSync(join(changing.folder, file), "utf8");
    changing.write(
      file,
      text
        .replace("export const borrower", "let asked = 0;\n\nexport const borrower")
        .replace("slip ${count} of", "slip ${asked++ > 5 ? 9 : count} of"),
    );
    const { status, out } = sealcheck(changing.folder, ["selftest", "--steps", "2000"]);
    expect(status).toBe(70);
    expect(out).toMatch(/ differ/);
  });
});

describe("help", () => {
  test("shows every command without loading the engine", () => {
    const { status, out, err } = sealcheck(root, ["--help"], { NODE_DEBUG: "esm" });
    expect(status).toBe(0);
    for (const command of ["run", "replay", "list", "explain", "selftest"])
      expect(out).toMatch(new RegExp(`^ {2}${command} `, "m"));
    expect(err).not.toMatch(/xstate|fast-check|tsx/);
  });

  test.each([
    [["run", "--help"], /--protocol[^]*--runs[^]*--workers/],
    [["replay", "--help"], /a token/],
  ])("%j", (args, said) => {
    const { status, out } = sealcheck(root, args);
    expect(status).toBe(0);
    expect(out).toMatch(said);
  });

  test("the version is that of the package", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      version: string;
    };
    expect(sealcheck(root, ["--version"])).toMatchObject({
      status: 0,
      out: `sealcheck v${version}\n`,
    });
  });

  test("is also for those who ask for nothing, who get no success", () => {
    const { status, out } = sealcheck(root, []);
    expect(status).toBe(2);
    expect(out).toContain("USAGE");
  });
});
