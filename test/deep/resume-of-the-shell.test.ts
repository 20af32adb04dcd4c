import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Rush } from "../cli/rush.ts";
import { sealcheck } from "../cli/sealcheck.ts";

const rush = new Rush();
const { file, folder } = rush;
afterAll(() => rush[Symbol.dispose]());

let whole: string;
beforeAll(() => {
  const { status, out } = rush.check();
  expect(status, out).toBe(0);
  whole = rush.reported;
});

test("a search that is killed goes on, and comes to what it would have come to", async () => {
  expect(await rush.killed([0])).toBe(1);
  expect(rush.reported === whole).toBe(true);
});

test("so does one that stops by itself and is not saved any more", () => {
  expect(rush.check("--states", "3000", "--checkpoint", file, "--workers", "2").status).toBe(3);
  expect(rush.reported === whole).toBe(false);
  const saved = readFileSync(file);
  expect(rush.check("--resume", file, "--workers", "1").status).toBe(0);
  expect(rush.reported === whole).toBe(true);
  expect(readFileSync(file).equals(saved)).toBe(true);
});

describe("a checkpoint is refused, and told why,", () => {
  beforeAll(() => {
    expect(rush.check("--states", "3000", "--checkpoint", file).status).toBe(3);
  });

  const refused = (...args: readonly string[]): string => {
    const { status, err } = sealcheck(folder, ["check", ...args]);
    expect(status, err).toBe(2);
    return err;
  };

  test("where several searches are selected", () => {
    expect(refused("--checkpoint", file)).toMatch(
      /^a checkpoint is of one search, and \d+ are selected\n[^]*do: {2}name one scenario/,
    );
  });

  test("by another search, by one that is asked for otherwise, and where there is none", () => {
    expect(refused("lending/lossy", "--resume", file)).toMatch(/^this checkpoint is of rush under/);
    expect(refused("rush", "--no-symmetry", "--faults-together", "--resume", file)).toMatch(
      /^this checkpoint was made with another "faultsTogether"/,
    );
    expect(refused("rush", "--resume", `${file}.nowhere`)).toMatch(/^there is no checkpoint /);
  });

  test("once models have changed", () => {
    const model = join(folder, "models/borrower.ts");
    const text = readFileSync(model, "utf8");
    writeFileSync(model, `${text}\n// Changed.\n`);
    expect(refused("rush", "--no-symmetry", "--resume", file)).toMatch(
      /^models or scenarios have changed since/,
    );
    writeFileSync(model, text);
  });
});
