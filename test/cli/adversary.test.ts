import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UserProject } from "../user-project.ts";
import { libraryProject } from "./library-project.ts";
import { sealcheck, type Outcome } from "./sealcheck.ts";

let library: UserProject;
const ask = (...args: readonly string[]): Outcome => sealcheck(library.folder, args);

beforeAll(() => void (library = libraryProject()));
afterAll(() => library[Symbol.dispose]());

describe.each(["run", "check"])("%s --adversary", (command) => {
  test("lets them attack wherever they are declared, and says where they are not", () => {
    const { status, out, err } = ask(command, "lending/calm", "--adversary", "thief");
    expect(err).toContain('skipped 1: no adversary "thief" is declared by sealed-slips');
    expect(out).toContain("lending/calm, open-slips against thief");
    expect(out).not.toContain("sealed-slips");
    // What breaks without them was expected; that nothing comes of a slip was not.
    expect(out).toMatch(
      /L1\.a {2}broken, as expected, in lending\/calm under open-slips against thief/,
    );
    expect(out).toMatch(/L2\.a {2}broken in lending\/calm under open-slips against thief/);
    expect(out).toContain("the adversary takes a message off");
    expect(status).toBe(1);
  });

  test("says why they have nothing to do where the cast gives them nothing", () => {
    const { status, err } = ask(command, "lending/calm", "--adversary", "gossip");
    expect(err).toBe(
      "skipped 2: gossip has nothing to do in lending/calm: there is nobody whom a borrower could tell\n",
    );
    expect(status).toBe(4);
  });

  test("refuses one that nobody declares", () => {
    const { status, err } = ask(command, "--adversary", "theif");
    expect(status).toBe(2);
    expect(err).toContain('there is no adversary "theif"');
    expect(err).toContain("did you mean thief?");
  });
});

test("a story with an adversary is told again by its token, and the report says who they are", () => {
  const { out } = ask("check", "lending/calm", "--adversary", "thief", "--json");
  const { traces, protocols } = JSON.parse(out) as {
    traces: readonly { invariant: string; token: string }[];
    protocols: readonly { name: string; assumptions: readonly string[] }[];
  };
  const { token } = traces.find(({ invariant }) => invariant === "L2.a")!;
  expect(ask("replay", token)).toMatchObject({
    status: 0,
    out: expect.stringMatching(/\nL2\.a breaks again\n$/) as string,
  });
  expect(protocols.map(({ name }) => name)).toEqual(["open-slips against thief"]);
  expect(protocols[0]!.assumptions).toContain(
    "thief attacks: The porter takes slips away. They may observe, drop on shelf",
  );
});

test("a scenario whose adversary makes things up is refused where nobody says what they take", () => {
  using other = libraryProject();
  const change = (file: string, from: string, to: string): void => {
    const before = readFileSync(join(other.folder, file), "utf8");
    other.write(file, before.replace(from, to));
  };
  change("models/protocols.ts", '["observe", "drop"]', '["observe", "inject"]');
  change("models/protocols.ts", "sealed ? [] : [thief]", "[thief]");
  change("scenarios/lending/calm.ts", "  cast: {", '  adversary: "thief",\n  cast: {');
  const { status, err } = sealcheck(other.folder, ["check", "lending/calm"]);
  expect(err).toMatch(
    /thief may inject, and nobody whom they reach under open-slips against thief says what they take\n {2}at .*protocols\.ts:\d+\n/,
  );
  expect(status).toBe(2);
});
