import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DifferenceReport } from "../../src/report/index.ts";
import { libraryProject } from "./library-project.ts";
import { sealcheck, type Outcome } from "./sealcheck.ts";
import type { UserProject } from "../user-project.ts";

let library: UserProject;

beforeAll(() => {
  library = libraryProject();
});
afterAll(() => library[Symbol.dispose]());

const diff = (...args: readonly string[]): Outcome =>
  sealcheck(library.folder, ["diff", "--workers", "1", ...args]);

const git = (...args: readonly string[]): void => {
  const who = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"];
  const { status, stderr } = spawnSync("git", [...who, ...args], {
    cwd: library.folder,
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
};

const edit = (file: string, from: string, to: string): void => {
  const text = readFileSync(join(library.folder, file), "utf8");
  expect(text).toContain(from);
  library.write(file, text.replaceAll(from, to));
};

test("sealing slips is an improvement, and not sealing them any more is none", () => {
  const better = diff("open-slips", "sealed-slips");
  expect(better.out).toContain("✓ Porter reads what is on a slip (slips chats)");
  expect(better.out).toContain("✓ L1.a: broken → held, exhaustively within bounds.");
  expect(better.out).toContain("✓ improvements only, in 2 scenarios");
  expect(better.status).toBe(0);
  const worse = diff("sealed-slips", "open-slips", "lending/calm", "--json");
  expect(worse.err).toContain("✗ L1.a: held, exhaustively within bounds → broken.");
  expect(worse.err).toContain("✗ Porter reads what is on a slip (slips chats)");
  expect(worse.status).toBe(1);
  const { gained, promises } = JSON.parse(worse.out) as DifferenceReport;
  const flip = promises!.flips.find(({ invariant }) => invariant === "L1.a")!;
  expect(flip).toMatchObject({ is: "worse", witness: { of: "head", moves: ["ana user.ask"] } });
  expect(worse.err).toContain("report: reports/difference/index.html");
  const page = (): string =>
    readFileSync(join(library.folder, "reports/difference/index.html"), "utf8");
  const written = page();
  expect(sealcheck(library.folder, ["report", "reports/difference/run.json"]).status).toBe(0);
  expect(page() === written).toBe(true);
  expect(gained).toMatchObject([
    { who: "porter", moves: ["ana user.ask"], scenario: "lending/calm", sampled: false },
  ]);
});

test("two revisions are compared, version by version; renaming a state is no difference", () => {
  library.write(".gitignore", "node_modules\nreports\n");
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "-m", "first");
  edit("models/shelf.ts", "lent", "away");
  git("commit", "--quiet", "-am", "renamed");
  const same = diff("HEAD~1", "HEAD");
  expect(same.out).toContain("✓ no difference, in 5 scenarios");
  expect(same.out).toContain("✓ slips chats: identical");
  expect(same.status).toBe(0);
  edit("models/protocols.ts", 'carried.",\n  true', 'carried.",\n  false');
  git("commit", "--quiet", "-am", "unsealed");
  const worse = diff("HEAD~1", "HEAD");
  expect(worse.out).toContain("✗ Porter reads what is on a slip (slips chats)");
  expect(worse.out).toContain(
    "✗ L1.a under sealed-slips: held, exhaustively within bounds → broken.",
  );
  expect(worse.status).toBe(1);
  edit("scenarios/lending/calm.ts", "slips: 2", "slips: 1");
  git("commit", "--quiet", "-am", "less far");
  const narrower = diff("HEAD~1", "HEAD", "lending/calm");
  expect(narrower.out).toMatch(
    /scenario lending\/calm under open-slips goes less far: limit slips 1\s+instead of 2/,
  );
  expect(narrower.out).toContain("✓ no difference, in 2 scenarios");
  expect(narrower.status).toBe(0);
});

test("a name that is neither is told, with what there is", () => {
  const { status, err } = diff("open-slips", "seald-slips");
  expect(err).toContain('there is no protocol or revision "seald-slips"');
  expect(err).toContain("did you mean sealed-slips?");
  expect(status).toBe(2);
});
