import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wrongsInItf } from "../report/itf-format.ts";
import type { UserProject } from "../user-project.ts";
import { libraryProject } from "./library-project.ts";
import { sealcheck, type Outcome } from "./sealcheck.ts";

let library: UserProject;
beforeAll(() => {
  library = libraryProject();
});
afterAll(() => library[Symbol.dispose]());

const ask = (...args: readonly string[]): Outcome => sealcheck(library.folder, args);
const run = (itf: string, ...scenarios: readonly string[]): Outcome =>
  ask("run", ...scenarios, "--runs", "200", "--itf", itf);
const written = (file: string): unknown =>
  JSON.parse(readFileSync(join(library.folder, file), "utf8"));

describe("run --itf", () => {
  test("writes the only trace to the file that is named", () => {
    const { status, out } = run("found/lost.itf.json", "lending/lossy");
    expect(status).toBe(0);
    expect(out).toMatch(/\nitf: found\/lost\.itf\.json\n1 passed, 0 failed, 0 skipped\n$/);
    const trace = written("found/lost.itf.json");
    expect(wrongsInItf(trace)).toEqual([]);
    expect(trace).toMatchObject({
      "#meta": {
        format: "ITF",
        scenario: "lending/lossy",
        protocol: "sealed-slips",
        invariant: "L2.a",
        setUp: [],
        brokenAt: "end",
      },
      vars: ["move", "facts", "parts", "readers"],
      states: [{ move: "" }, { move: "ana user.ask" }, { move: "drop ana→shelf" }],
    });
  });

  test("numbers several traces before the first dot", () => {
    expect(run("found/all.itf.json").out).toMatch(
      /\nitf: 3 files, found\/all1\.itf\.json … found\/all3\.itf\.json\n/,
    );
    for (const file of ["found/all1.itf.json", "found/all3.itf.json"])
      expect(wrongsInItf(written(file))).toEqual([]);
    expect(existsSync(join(library.folder, "found/all.itf.json"))).toBe(false);
  });

  test("puts the key of each trace for {trace}", () => {
    run("found/by-key/{trace}.itf.json");
    expect(written("found/by-key/lending/lossy.sealed-slips.L2.a.itf.json")).toMatchObject({
      "#meta": { invariant: "L2.a" },
    });
  });

  test("is there for check, too", () => {
    const { status } = ask("check", "lending/lossy", "--itf", "found/checked.itf.json");
    expect(status).toBe(0);
    expect(written("found/checked.itf.json")).toMatchObject({ "#meta": { invariant: "L2.a" } });
  });

  test("says so where nothing is broken", () => {
    const { status, out } = run("found/none.itf.json", "neighbours", "--protocol", "sealed-slips");
    expect(status).toBe(0);
    expect(out).toContain("\nitf: nothing is broken, so there is no trace to write\n");
    expect(existsSync(join(library.folder, "found/none.itf.json"))).toBe(false);
  });

  test.each([
    ["a folder", "models", /"models" is a folder\n[^]*--itf models\/\{trace\}\.itf\.json/],
    ["a folder that is not there yet", "new/", /"new\/" is a folder/],
    ["nothing", "", /"" is empty/],
  ])("refuses %s, before anything is searched", (_, itf, said) => {
    const { status, out, err } = run(itf);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(said);
  });

  test("keeps the report where the file cannot be written", () => {
    const { status, out, err } = run("package.json/trace.itf.json", "lending/lossy");
    expect(status).toBe(2);
    expect(out).toContain("\nreport: reports/latest/index.html\n");
    expect(err).toMatch(
      /^the trace cannot be written to package\.json\/trace\.itf\.json\n {2}why: /,
    );
  });
});

describe("replay of ITF", () => {
  test("tells the trace as from its token", () => {
    run("found/lost.itf.json", "lending/lossy");
    const { token } = written("reports/latest/traces/lending/lossy.sealed-slips.L2.a.json") as {
      token: string;
    };
    const replayed = ask("replay", "found/lost.itf.json");
    expect(replayed.status).toBe(0);
    expect(replayed.out).toMatch(/\nL2\.a breaks again\n$/);
    expect(replayed).toEqual(ask("replay", token));
  });

  test.each([
    ["of another tool", { "#meta": { format: "ITF" }, vars: ["x"], states: [{ x: 1 }] }],
    ["without states", { "#meta": { scenario: "s", protocol: "p", invariant: "i" }, vars: [] }],
    [
      "whose moves are gone",
      {
        "#meta": { scenario: "s", protocol: "p", invariant: "i" },
        vars: [],
        states: [{}, { move: 1 }],
      },
    ],
  ])("refuses a document %s", (_, document) => {
    library.write("strange.itf.json", JSON.stringify(document));
    const { status, err } = ask("replay", "strange.itf.json");
    expect(status).toBe(2);
    expect(err).toMatch(/^this file holds no trace\n[^]*what run --itf writes/);
  });
});
