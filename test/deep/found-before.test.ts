import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { UserProject } from "../user-project.ts";
import { libraryProject } from "../cli/library-project.ts";
import { sealcheck, type Outcome } from "../cli/sealcheck.ts";

let library: UserProject;

beforeEach(() => {
  library = libraryProject();
});
afterEach(() => library[Symbol.dispose]());

const run = (...args: readonly string[]): Outcome => sealcheck(library.folder, ["run", ...args]);

const edit = (file: string, from: string, to: string): void => {
  const text = readFileSync(join(library.folder, file), "utf8");
  expect(text).toContain(from);
  library.write(file, text.replace(from, to));
};

const lossy = "scenarios/lending/lossy.ts";
const kept = "reports/found/lending/lossy.sealed-slips.L2.a.json";

/** From here on nobody expects a lost slip to break anything. */
const unexpect = (): void => {
  const text = readFileSync(join(library.folder, lossy), "utf8");
  library.write(lossy, text.replace(/ {2}expects: \{[\s\S]*\n {2}\},\n/, ""));
};

test("a story that broke a promise is made again before anything else, until it is mended", () => {
  unexpect();
  expect(run("lending/lossy").status).toBe(1);
  expect(existsSync(join(library.folder, kept))).toBe(true);
  const again = run("lending/lossy");
  expect(again.out).toMatch(
    /✗ L2\.a in lending\/lossy under sealed-slips: the story of 2 moves that was found before breaks it\s+again\n[\s\S]*✗ lending\/lossy/,
  );
  edit(lossy, "drop: 1", "drop: 0");
  const mended = run("lending/lossy");
  expect(mended.out).toMatch(/✓ L2\.a in [\s\S]*is not\s+possible any\s+more/);
  expect(existsSync(join(library.folder, kept))).toBe(false);
});

test("random runs that would have missed it find it, and what is expected now is kept no more", () => {
  const expecting = readFileSync(join(library.folder, lossy), "utf8");
  unexpect();
  const few = ["lending/lossy", "--sampled", "--runs", "1", "--seed", "3"];
  const missed = run(...few);
  expect(missed.out).not.toContain("L2.a");
  library.write(
    kept,
    JSON.stringify({
      scenario: "lending/lossy",
      protocol: "sealed-slips",
      invariant: "L2.a",
      moves: ["ana user.ask", "drop ana→shelf"],
    }),
  );
  const { status, out } = run(...few);
  expect(status).toBe(1);
  expect(out).toMatch(/L2\.a {2}broken in lending\/lossy under sealed-slips/);
  library.write(lossy, expecting);
  run(...few);
  expect(existsSync(join(library.folder, kept))).toBe(false);
});
