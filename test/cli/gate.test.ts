import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { libraryProject } from "./library-project.ts";
import { sealcheck, type Outcome } from "./sealcheck.ts";
import type { UserProject } from "../user-project.ts";

let library: UserProject;

beforeAll(() => {
  library = libraryProject();
});
afterAll(() => library[Symbol.dispose]());

const gate = (date = "2026-04-01", ...more: readonly string[]): Outcome =>
  sealcheck(library.folder, ["gate", "--runs", "100", "--date", date, ...more]);

const accept = (...more: readonly string[]): Outcome =>
  sealcheck(
    library.folder,
    ["accept", "--by", "Ana", "--date", "2026-03-01", "--expires", "2026-09-01", ...more],
    { CI: undefined },
  );

const edit = (file: string, from: string, to: string): void => {
  const path = join(library.folder, file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  library.write(file, text.replaceAll(from, to));
};

/** One story, told from its beginning: each test goes on where the one before has ended. */
test("a project of which nothing was accepted does not pass", () => {
  const { status, out } = gate(undefined, "--github", "--sarif", "out/gate.sarif");
  expect(out).toContain("✗ causes  Every cause of every break was accepted");
  expect(out).toMatch(/\n::error file=models\/borrower\.ts,line=\d+,title=sealcheck L1\.a::/);
  expect(readFileSync(join(library.folder, "out/gate.sarif"), "utf8")).toContain('"2.1.0"');
  expect(out).toContain("L2.a under sealed-slips breaks for a reason that nobody has accepted");
  expect(out).toContain("→ Whoever answers for the promise reads it again");
  expect(out).toMatch(/\n5 passed, 2 failed, 0 skipped\n$/);
  expect(status).toBe(1);
  const page = (): string =>
    readFileSync(join(library.folder, "reports/latest/index.html"), "utf8");
  const written = page();
  expect(written).toContain('id="island-gate"');
  expect(sealcheck(library.folder, ["report", "reports/latest/run.json"]).status).toBe(0);
  expect(page() === written).toBe(true);
});

test("nothing is accepted in CI", () => {
  const args = ["accept", "--by", "Ana", "--expires", "2026-09-01"];
  const { status, err } = sealcheck(library.folder, args, { CI: "true" });
  expect(err).toContain("nothing can be accepted in CI");
  expect(status).toBe(2);
  expect(existsSync(join(library.folder, "reports/accepted.json"))).toBe(false);
});

test("what somebody has accepted passes, up to its last day", () => {
  expect(accept()).toMatchObject({ status: 0, err: "" });
  const { status, out } = gate("2026-09-01");
  expect(out).toContain("✓ the gate is open");
  expect(out).toContain("accepted by Ana until 2026-09-01");
  expect(status).toBe(0);
  const late = gate("2026-09-02");
  expect(late.out).toContain("✗ the gate is shut: expiry");
  expect(late.status).toBe(1);
});

test("renaming a state, reordering and moving a file change nothing", () => {
  edit("models/shelf.ts", "lent", "away");
  edit("models/shelf.ts", "idle", "here");
  renameSync(
    join(library.folder, "models/promises.ts"),
    join(library.folder, "models/house-rules.ts"),
  );
  edit(
    "models/house-rules.ts",
    'const asked = noun({ of: "asked", says: "somebody asked for a book" });\nconst handed = noun({ of: "handed", says: "they were handed the book" });',
    '// In the other order.\nconst handed = noun({ of: "handed", says: "they were handed the book" });\n\nconst asked = noun({\n  of: "asked",\n  says: "somebody asked for a book",\n});',
  );
  const { status, out } = gate();
  expect(out).toContain("✓ the gate is open");
  expect(status).toBe(0);
});

test("a changed predicate asks for a new acceptance, which only a review of these very models gives", () => {
  edit("models/house-rules.ts", "reader: by }", "reader: String(by) }");
  expect(accept().err).toContain("models or scenarios have changed since the last report");
  const { status, out } = gate();
  expect(out).toContain("✗ the gate is shut: meaning");
  expect(out).toContain("L1.a changed: the code of reads");
  expect(status).toBe(1);
  expect(accept("L1").status).toBe(0);
  expect(gate().status).toBe(0);
});

test("a second, deeper cause of an accepted break shuts the gate", () => {
  edit(
    "models/shelf.ts",
    '"net.slip": { actions: "hand" } },\n      },',
    '"net.slip": "tired" },\n      },\n      tired: { on: { "net.slip": { target: "here", actions: "hand" } } },',
  );
  const { status, out } = gate();
  expect(out).toContain("L2.a under sealed-slips breaks for a reason that nobody has accepted");
  expect(status).toBe(1);
});

test("a file of acceptances that cannot be read is told before anything is searched", () => {
  library.write("reports/accepted.json", "{");
  const { status, out, err } = gate();
  expect(err).toContain("the file of acceptances is not JSON");
  expect(out).toBe("");
  expect(status).toBe(2);
});
