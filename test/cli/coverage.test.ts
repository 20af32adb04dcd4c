import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunReport } from "../../src/report/index.ts";
import type { UserProject } from "../user-project.ts";
import { libraryProject } from "./library-project.ts";
import { sealcheck, type Outcome } from "./sealcheck.ts";

const shelf = "models/shelf.ts";
const original = readFileSync(join(import.meta.dirname, "library", shelf), "utf8");

/** The shelf takes books back, and nobody ever brings one. */
const dead = original.replace(
  'on: { "net.slip": { actions: "hand" } },\n      },',
  'on: { "net.slip": { actions: "hand" }, "net.return": "idle" },\n      },',
);
const because = (name: string, reason: string): string =>
  dead.replace("  emits: {", `  never: { "${name}": "${reason}" },\n  emits: {`);

describe("a transition that no scenario can bring about", () => {
  let library: UserProject;
  beforeAll(() => {
    expect(dead).not.toBe(original);
    library = libraryProject();
  });
  afterAll(() => library[Symbol.dispose]());

  const coverage = (): RunReport["coverage"] =>
    (JSON.parse(readFileSync(join(library.folder, "reports/latest/run.json"), "utf8")) as RunReport)
      .coverage;
  const after = (text: string, ...args: readonly string[]): Outcome => {
    library.write(shelf, text);
    return sealcheck(library.folder, args);
  };
  const line = /shelf: transition "lent net.return" (.*)/;

  test("there is none in the library", () => {
    expect(after(original, "check")).toMatchObject({ status: 0, err: "" });
    expect(coverage().noted).toEqual([]);
    expect(coverage().declared).toBeGreaterThan(8);
    expect(coverage().seen).toBe(coverage().declared);
  });

  test.each(["check", "run"])("fails where %s visits the whole project", (command) => {
    const { status, out } = after(dead, command);
    expect(out).toMatch(/\ncame up: (\d+) of \d+ states, transitions and intents of parts\n/);
    expect([status, line.exec(out)?.[1]]).toEqual([
      3,
      "never comes up in any scenario, and the part does not say why",
    ]);
    expect(out).toMatch(/\n5 passed, 1 failed, 0 skipped\n$/);
    expect(readFileSync(join(library.folder, "reports/latest/report.md"), "utf8")).toContain(
      "| shelf | transition | `lent net.return` | **never comes up",
    );
  });

  test.each([
    [["run", "--sampled", "--runs", "700"], "not seen"],
    [["check", "lending/calm"], "never"],
  ])("is listed, and does not fail, after %j", (args, standing) => {
    const { out } = after(dead, ...args);
    expect(out).not.toContain("does not say why");
    expect(out).toMatch(/, 0 failed, 0 skipped\n$/);
    expect(coverage().noted).toContainEqual({
      part: "shelf",
      what: "transition",
      name: "lent net.return",
      standing,
    });
  });

  test("may stay for a reason, which the report repeats", () => {
    const { status, out } = after(because("lent net.return", "books come back at night"), "check");
    expect(status).toBe(0);
    expect(out).not.toMatch(line);
    expect(readFileSync(join(library.folder, "reports/latest/report.md"), "utf8")).toContain(
      "the part says why: books come back at night",
    );
  });

  test("is not one that is taken, whatever the part says", () => {
    const wrong = because("lent net.slip", "one book is enough").replace(
      ', "net.return": "idle"',
      "",
    );
    for (const args of [["check"], ["run", "lending/calm", "--sampled", "--runs", "200"]]) {
      const { status, out } = after(wrong, ...args);
      expect(status).toBe(1);
      expect(out).toMatch(/✗ shelf: transition "lent net.slip" came up, although the part says/);
      expect(out).toMatch(/, 1 failed, 0 skipped\n$/);
    }
  });
});
