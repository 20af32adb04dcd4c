import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunReport } from "../../src/report/index.ts";
import { libraryProject } from "./library-project.ts";
import { sealcheck, type Outcome } from "./sealcheck.ts";

/** The library, with neighbours of whom it is said that there are too many. */
const library = libraryProject();
afterAll(() => library[Symbol.dispose]());

beforeAll(() => {
  const file = "scenarios/neighbours.ts";
  const text = readFileSync(join(library.folder, file), "utf8");
  library.write(
    file,
    text.replace("  bound:", '  onlySampled: "there are very many neighbours",\n  bound:'),
  );
});

const does = (...args: readonly string[]): Outcome =>
  sealcheck(library.folder, [...args, "--workers", "1"]);
const found = (): RunReport =>
  JSON.parse(readFileSync(join(library.folder, "reports/latest/run.json"), "utf8")) as RunReport;
const searched = ({ tasks }: RunReport): string[] => [
  ...new Set(tasks.map(({ scenario }) => scenario)),
];

describe("a scenario that is only sampled", () => {
  test("is left out where every state is visited, and that is told and counted", () => {
    const { status, out } = does("check");
    expect(status).toBe(0);
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      "neighbours under open-slips and sealed-slips: not visited, there are very many neighbours;",
    );
    expect(out).toMatch(/\n3 passed, 0 failed, 2 skipped\n$/);
    expect(searched(found())).toEqual(["lending/calm", "lending/lossy"]);
    expect(found().leftOut.map(({ scenario }) => scenario)).toEqual(["neighbours", "neighbours"]);
    expect(found().whole).toBe(true);
  });

  test("is visited if it is named", () => {
    const { status, out } = does("check", "scenarios/neighbours.ts");
    expect([status, out]).toEqual([0, expect.stringMatching(/\n2 passed, 0 failed, 0 skipped\n$/)]);
    const { leftOut, tasks } = found();
    expect(leftOut).toEqual([]);
    expect(tasks.every(({ exhaustion }) => exhaustion?.stopped === undefined)).toBe(true);
  });

  test("is sampled by a run, which visits the others", () => {
    expect(does("run", "--runs", "300").status).toBe(0);
    const { tasks, leftOut } = found();
    const sampled = tasks.filter(({ exhaustion }) => exhaustion === undefined);
    expect(leftOut).toEqual([]);
    expect(sampled.map(({ scenario, runs }) => [scenario, runs])).toEqual([
      ["neighbours", 300],
      ["neighbours", 300],
    ]);
  });

  test("says why when it is explained", () => {
    const { out } = sealcheck(library.folder, ["explain", "neighbours"]);
    expect(out).toContain("there are very many neighbours");
  });
});
