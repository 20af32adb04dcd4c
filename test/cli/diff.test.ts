import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DifferenceReport } from "../../src/report/index.ts";
import { libraryProject } from "./library-project.ts";
import { sealcheck, startSealcheck, type Outcome } from "./sealcheck.ts";
import type { UserProject } from "../user-project.ts";

let library: UserProject;

beforeAll(() => {
  library = libraryProject();
});
afterAll(() => library[Symbol.dispose]());

/** The porter takes slips away. */
const besideThief = `import { breaks, scenario } from "sealcheck";
import { openSlips } from "../models/protocols.ts";

export default scenario({
  says: "Ana borrows a book while the porter takes slips away.",
  protocols: [openSlips],
  cast: { borrowers: ["ana"] },
  mayDo: { ana: ["user.ask"] },
  adversary: "thief",
  bound: { moves: 10, slips: 1 },
  about: ["L1"],
  expects: { "open-slips against thief": { "L1.a": breaks("open slips"), "L2.a": breaks("it is gone") } },
});
`;

/** More borrowers than anybody can visit. */
const town = `import { breaks, scenario } from "sealcheck";
import { openSlips, sealedSlips } from "../models/protocols.ts";

export default scenario({
  says: "A whole town borrows books.",
  protocols: [openSlips, sealedSlips],
  cast: { borrowers: ["ana", "bob", "cyd", "dan", "eve", "fay"] },
  mayDo: Object.fromEntries(["ana", "bob", "cyd", "dan", "eve", "fay"].map((name) => [name, ["user.ask"]])),
  faults: { drop: 3, reorder: 3, duplicate: 3 },
  bound: { moves: 90, slips: 4 },
  about: ["L1.a"],
  expects: { "open-slips": { "L1.a": breaks("open slips") } },
});
`;

const diff = (...args: readonly string[]): Outcome =>
  sealcheck(library.folder, ["diff", "--workers", "1", ...args]);

const ana = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"];

const git = (...args: readonly string[]): void => {
  const { status, stderr } = spawnSync("git", [...ana, ...args], {
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

test("two revisions are compared, version by version; renaming and moving are no difference", () => {
  library.write(".gitignore", "node_modules\nreports\n");
  library.write("scenarios/thief.ts", besideThief);
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "-m", "first");
  edit("models/shelf.ts", "lent", "away");
  renameSync(
    join(library.folder, "scenarios/neighbours.ts"),
    join(library.folder, "scenarios/beside.ts"),
  );
  git("add", ".");
  git("commit", "--quiet", "-m", "renamed");
  const same = diff("HEAD~1", "HEAD");
  expect(same.out).toContain("✓ thief, open-slips against thief: no difference");
  expect(same.out).toContain("✓ no difference, in 4 scenarios");
  expect(same.out).toContain("✓ slips chats: identical");
  expect(same.status).toBe(0);
  edit("models/protocols.ts", 'carried.",\n  true', 'carried.",\n  false');
  git("commit", "--quiet", "-am", "unsealed");
  const worse = diff("HEAD~1", "HEAD");
  expect(worse.out).toContain("✗ Porter reads what is on a slip (slips chats), under sealed-slips");
  expect(worse.out).toContain(
    "✗ L1.a under sealed-slips: held, exhaustively within bounds → broken.",
  );
  expect(worse.status).toBe(1);
  edit("scenarios/lending/calm.ts", "slips: 2", "slips: 1");
  rmSync(join(library.folder, "scenarios/lending/lossy.ts"));
  git("commit", "--quiet", "-am", "less far");
  const narrower = diff("HEAD~1", "HEAD");
  expect(narrower.out).toMatch(
    /scenario lending\/calm under open-slips goes less far: limit slips 1\s+instead of 2/,
  );
  expect(narrower.out).toContain("∅ scenario lending/lossy under sealed-slips is gone");
  expect(narrower.out).toContain("✓ nothing is better or worse, in 3 scenarios");
  expect(narrower.status).toBe(0);
});

describe("stopped early", () => {
  /** Interrupts a comparison once it has told of a scenario. */
  const stoppedAfter = async (scenario: string, ...args: readonly string[]): Promise<Outcome> => {
    using own = libraryProject();
    own.write("scenarios/town.ts", town);
    const versions = ["sealed-slips", "open-slips"];
    const { child, ended } = startSealcheck(own.folder, [
      "diff",
      ...versions,
      "--workers",
      "1",
      ...args,
    ]);
    child.stdout!.on("data", (said) => {
      if (String(said).includes(`${scenario}, open-slips:`)) child.kill("SIGINT");
    });
    return await ended;
  };

  test("while facts are compared, it tells what it has found, and that there may be more", async () => {
    const { status, out } = await stoppedAfter("neighbours", "--states", "100000000");
    expect(status).toBe(130);
    expect(out).toContain("✗ Porter reads what is on a slip (slips chats)");
    expect(out).toContain("partial: stopped after 2 of 3 comparisons");
    expect(out).toContain("✗ open-slips is worse than sealed-slips");
    expect(out).toContain("report: reports/difference/index.html");
  });

  test("while promises are judged, it claims no verdict that it has not come to", async () => {
    const effort = ["--runs", "100000000", "--states", "100"];
    const { status, out } = await stoppedAfter("town", ...effort);
    expect(status).toBe(130);
    expect(out).toContain("partial: stopped");
    expect(out).not.toContain("L1.a: ");
    expect(out).not.toContain("weaker evidence");
  });
});

test("a revision without the project is told, and nothing of it stays behind", () => {
  using repository = libraryProject();
  const inside = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync("git", [...ana, ...args], {
      cwd: repository.folder,
      encoding: "utf8",
    });
    expect(status, stderr).toBe(0);
    return stdout;
  };
  inside("init", "--quiet");
  inside("commit", "--quiet", "--allow-empty", "-m", "nothing");
  inside("commit", "--quiet", "--allow-empty", "-m", "still nothing");
  mkdirSync(join(repository.folder, "apps"));
  for (const part of ["models", "scenarios", "node_modules", "package.json"])
    renameSync(join(repository.folder, part), join(repository.folder, "apps", part));
  const { status, err } = sealcheck(join(repository.folder, "apps"), ["diff", "HEAD~1", "HEAD"]);
  expect(err).toContain("revision HEAD~1 does not have this project");
  expect(status).toBe(2);
  expect(inside("worktree", "list").trim().split("\n")).toHaveLength(1);
});

test("a name that is neither is told, with what there is", () => {
  const { status, err } = diff("open-slips", "seald-slips");
  expect(err).toContain('there is no protocol or revision "seald-slips"');
  expect(err).toContain("did you mean sealed-slips?");
  expect(status).toBe(2);
});
