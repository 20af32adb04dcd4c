import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Matrix } from "../../src/mutate/index.ts";
import type { MutantsPage, Teeth } from "../../src/report/index.ts";
import type { UserProject } from "../user-project.ts";
import { libraryProject } from "./library-project.ts";
import { sealcheck, type Outcome } from "./sealcheck.ts";

let library: UserProject;
const mutate = (...args: readonly string[]): Outcome =>
  sealcheck(library.folder, ["mutate", "--protocol", "sealed-slips", "--workers", "1", ...args]);

const matrix = (): Matrix =>
  JSON.parse(readFileSync(join(library.folder, "reports/latest/mutants.json"), "utf8")) as Matrix;

const latest = (file: string): string => join(library.folder, "reports/latest", file);
const page = (): string => readFileSync(latest("index.html"), "utf8");

/** What the page of the last run tells of mutants. */
const told = (): MutantsPage =>
  JSON.parse(readFileSync(latest("teeth.json"), "utf8")) as MutantsPage;

const sabotage = (breaks: string): string => `
import { sabotage } from "sealcheck";
import { shelf } from "../shelf.ts";

export default sabotage({
  says: "The shelf hands nothing out.",
  breaks: ["${breaks}"],
  of: shelf,
  wiring: { "book.hand": (honest) => honest.slice(0, 1) },
});
`;

beforeAll(() => {
  library = libraryProject();
  library.write("models/mutants/closed-shelf.ts", sabotage("L2.a"));
});
afterAll(() => library[Symbol.dispose]());

describe("mutate", () => {
  test("tells survivors with their diffs, and fails for want of a reason", () => {
    const { status, out } = mutate();
    expect(status).toBe(1);
    expect(out).toContain("report: reports/latest/index.html (Mutants)");
    expect(page()).toContain('id="island-mutants"');
    const { generic, sabotages, survivors, mutants, complete } = matrix();
    expect(complete).toBe(true);
    expect(generic.all).toBeGreaterThan(25);
    expect(generic.killed).toBeGreaterThan(generic.survived);
    expect(sabotages).toEqual({ all: 1, noticed: 1 });
    expect(survivors.length).toBeGreaterThan(0);
    expect(out).toContain(survivors[0]!.name.slice(0, 40));
    expect(mutants.every(({ where }) => where?.file.startsWith("models/"))).toBe(true);
  });

  test("survivors that somebody accepts are no complaint", () => {
    library.write(
      "models/mutants/accepted.ts",
      'import { acceptedSurvivors } from "sealcheck";\nexport default acceptedSurvivors({ "*": "it is only a library" });\n',
    );
    const before = matrix();
    const { status, out } = mutate();
    expect(out).not.toContain("nobody says why");
    // What was tried is not tried again, and comes to the same.
    expect(matrix().mutants).toEqual(before.mutants);
    expect(matrix().survivors.every(({ acceptedBecause }) => acceptedBecause !== undefined)).toBe(
      true,
    );
    expect(status).toBe(matrix().toothless.length > 0 ? 1 : 0);
  });

  test("what was tried of some is known when all are tried, and the other way round", () => {
    const kept = (): number =>
      (
        JSON.parse(
          readFileSync(
            join(library.folder, "reports/cache/mutants of sealed-slips.json"),
            "utf8",
          ).split("\n")[1]!,
        ) as readonly unknown[]
      ).length;
    const all = kept();
    expect(all).toBe(matrix().mutants.length);
    mutate("closed-shelf");
    expect(matrix().mutants).toHaveLength(1);
    expect(kept()).toBe(all);
  });

  test("a sabotage that is not noticed by what it names fails", () => {
    library.write("models/mutants/closed-shelf.ts", sabotage("L1.a"));
    const { status, out } = mutate("closed-shelf");
    expect(status).toBe(1);
    expect(out).toContain("sabotage closed-shelf is not noticed by L1.a, which it names");
  });

  test("an invariant that is always true is named, by the command and by the gate", () => {
    library.write("models/mutants/closed-shelf.ts", sabotage("L2.b"));
    const promises = join(library.folder, "models/promises.ts");
    const text = readFileSync(promises, "utf8");
    library.write("models/promises.ts", text.replace("mustFollow: handed", "mustFollow: asked"));
    const { status, out } = mutate();
    expect(out).toContain("L2.a is toothless: no mutant breaks it");
    expect(status).toBe(1);
    const gate = sealcheck(library.folder, ["gate", "--runs", "50", "--date", "2026-04-01"]);
    expect(gate.out).toContain("L2.a is toothless: no mutant of sealed-slips breaks it");
    expect(gate.out).toContain("✗ teeth");
    expect(gate.status).toBe(1);
    expect(told().versions).toMatchObject([
      { protocol: "sealed-slips", toothless: ["L2.a"], otherModels: false, otherDeclared: false },
    ]);
  });

  test("what is committed tells of each mutant on a line of its own, and is what pages show", () => {
    const text = readFileSync(join(library.folder, "reports/mutants.json"), "utf8");
    const { mutants } = (JSON.parse(text) as { protocols: Readonly<Record<string, Teeth>> })
      .protocols["sealed-slips"]!;
    expect(mutants.map(({ name }) => name)).toEqual(matrix().mutants.map(({ name }) => name));
    const lines = text.split("\n").filter((line) => line.includes('{"name":'));
    expect(lines).toHaveLength(mutants.length);
    expect(mutants.every(({ at }) => /^models\/.*:\d+$/.test(at ?? ""))).toBe(true);
    expect(told().versions[0]!.mutants).toEqual(mutants);
  });

  test("sealcheck report shows what is committed, if nothing was told before", () => {
    rmSync(latest("teeth.json"));
    rmSync(latest("index.html"));
    sealcheck(library.folder, ["report", "reports/latest/run.json"]);
    expect(page()).toContain('id="island-mutants"');
  });

  test("too little time changes the page of the last run, and not what is committed", () => {
    const committed = readFileSync(join(library.folder, "reports/mutants.json"), "utf8");
    library.write("models/mutants/closed-shelf.ts", sabotage("L2.a"));
    rmSync(join(library.folder, "reports/cache"), { recursive: true });
    // Begun late, it has no time left for any of them, however fast the machine is.
    const late = "--import=data:text/javascript,await%20new%20Promise(f=>setTimeout(f,1000))";
    const args = ["mutate", "--protocol", "sealed-slips", "--time", "1"];
    const { status } = sealcheck(library.folder, args, { NODE_OPTIONS: late });
    expect(status).toBe(3);
    const [version] = told().versions;
    expect(version!.complete).toBe(false);
    expect(version!.untried.length).toBeGreaterThan(0);
    const known = JSON.parse(committed) as { protocols: Readonly<Record<string, Teeth>> };
    expect(version!.mutants.length + version!.untried.length).toBe(
      known.protocols["sealed-slips"]!.mutants.length,
    );
    expect(readFileSync(join(library.folder, "reports/mutants.json"), "utf8")).toBe(committed);
  });

  test("a committed file that is none keeps nobody from a report, and is told", () => {
    library.write("reports/mutants.json", '{"schema":"sealcheck.teeth/1","protocols":{}}');
    const { err } = sealcheck(library.folder, ["run", "neighbours", "--runs", "10"]);
    expect(err).toContain("have sealcheck mutate write it anew");
    expect(existsSync(latest("teeth.json"))).toBe(false);
    expect(page()).not.toContain('id="island-mutants"');
  });
});
