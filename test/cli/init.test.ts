import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../imports.ts";
import { userProject } from "../user-project.ts";
import { sealcheck } from "./sealcheck.ts";
import { breakStarter } from "./starter.ts";

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

/** What is written: all that is shipped, under the names that it has in a project. */
const shipped = [
  ...filesIn(join(root, "starter")).map((file) => file.replace(/^gitignore$/, ".gitignore")),
  ".gitlab/sealcheck.yml",
].toSorted();

describe("sealcheck init", () => {
  test("writes a project, and says what to do with it", () => {
    using project = userProject();
    const { status, out, err } = sealcheck(project.folder, ["init", "letters"]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(filesIn(join(project.folder, "letters"))).toEqual(shipped);
    expect(shipped).toContain(".github/workflows/sealcheck.yml");
    for (const said of [...shipped, "cd letters", "npm install", "npm start"])
      expect(out).toContain(said);
  });

  test("overwrites nothing: it names what is in its way, and writes nothing at all", () => {
    using project = userProject();
    const folder = join(project.folder, "letters");
    mkdirSync(join(folder, "models"), { recursive: true });
    writeFileSync(join(folder, "README.md"), "mine");
    writeFileSync(join(folder, "models/words.ts"), "mine too");
    const { status, out, err } = sealcheck(folder, ["init"]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(". already has README.md, models/words.ts\n");
    expect(filesIn(folder)).toEqual(["README.md", "models/words.ts"]);
    expect(readFileSync(join(folder, "README.md"), "utf8")).toBe("mine");
  });

  test("says why where it may not write", () => {
    using project = userProject();
    const { status, err } = sealcheck(project.folder, ["init", "package.json/letters"]);
    expect(status).toBe(2);
    expect(err).toMatch(/package\.json\/letters\/\S+ cannot be written\n {2}why: ENOTDIR/);
  });

  test("asks for the versions that sealcheck is made with", () => {
    const manifest = (file: string) =>
      JSON.parse(readFileSync(join(root, file), "utf8")) as Record<string, Record<string, string>>;
    const { version, devDependencies: ours = {}, engines } = manifest("package.json");
    const { devDependencies: theirs = {}, engines: needed } = manifest("starter/package.json");
    const known: Record<string, unknown> = { ...ours, sealcheck: version };
    expect(theirs).toEqual(
      Object.fromEntries(Object.keys(theirs).map((name) => [name, known[name]])),
    );
    expect(Object.keys(theirs)).toContain("xstate");
    expect(needed).toEqual(engines);
  });
});

describe("the project that it writes", () => {
  test("keeps its promises, and breaks one where the comment says so", () => {
    using project = userProject();
    const folder = join(project.folder, "letters");
    expect(sealcheck(project.folder, ["init", "letters"]).status).toBe(0);
    const kept = sealcheck(folder, ["run"]);
    expect(kept.err).toBe("");
    expect(kept.out).toContain("✓ two-letters, sealed-letters");
    expect(kept.out.trimEnd().split("\n").at(-1)).toBe("1 passed, 0 failed, 0 skipped");

    breakStarter(folder);
    const broken = sealcheck(folder, ["run"]);
    expect(broken.status).toBe(1);
    expect(broken.out).toContain("L.private  broken in two-letters under sealed-letters");
    expect(broken.out).toContain('How server came to know "letter 1"');
    expect(existsSync(join(folder, "reports/latest/index.html"))).toBe(true);
  });
});
