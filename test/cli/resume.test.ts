import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { libraryProject } from "./library-project.ts";
import { sealcheck, startSealcheck, type Outcome } from "./sealcheck.ts";

const library = libraryProject();
afterAll(() => library[Symbol.dispose]());

library.write(
  "scenarios/rush.ts",
  `import { breaks, scenario } from "sealcheck";
import { sealedSlips } from "../models/protocols.ts";

export default scenario({
  says: "Three readers borrow as many books as they can, and slips get lost.",
  protocols: [sealedSlips],
  cast: { borrowers: ["ana", "bob", "cyd"] },
  mayDo: { ana: ["user.ask"], bob: ["user.ask"], cyd: ["user.ask"] },
  faults: { drop: 1, reorder: 1 },
  bound: { moves: 30, slips: 2 },
  about: ["L2.a"],
  expects: {
    "sealed-slips": { "L2.a": breaks("a slip that is lost never reaches the shelf") },
  },
});
`,
);

const file = join(library.folder, "rush.checkpoint");
const check = (...args: readonly string[]): Outcome =>
  sealcheck(library.folder, ["check", "rush", "--no-symmetry", ...args]);
const reported = (): string =>
  readFileSync(join(library.folder, "reports/latest/run.json"), "utf8");

let whole: string;
beforeAll(() => {
  const { status, out } = check("--workers", "1");
  expect(status, out).toBe(0);
  whole = reported();
});

/** When the checkpoint was last written; 0 if it never was. */
const written = (): number => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** Waits until the checkpoint is written again, or until a search has ended. */
const untilSaved = async (before: number, ended: Promise<unknown>): Promise<void> => {
  const over = ended.then(() => true);
  const soon = (): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), 2));
  while (written() === before && !(await Promise.race([over, soon()])));
};

test("a search that is killed at any moment goes on, and comes to what it would have come to", async () => {
  let killed = 0;
  // Killed before anything is saved, and then each time somewhat later after something is.
  for (const later of [undefined, 0, 5, 15, 40]) {
    const resume = existsSync(file) ? ["--resume", file] : [];
    const workers = ["--workers", String(1 + (killed % 2))];
    const args = ["check", "rush", "--no-symmetry", "--checkpoint", file, ...workers, ...resume];
    const { child, ended } = startSealcheck(library.folder, [...args, "--checkpoint-every", "0"]);
    if (later !== undefined) await untilSaved(written(), ended);
    await new Promise((resolve) => setTimeout(resolve, later ?? 100));
    child.kill("SIGKILL");
    const { status, err } = await ended;
    expect([0, null], err).toContain(status);
    if (status === null) killed++;
  }
  expect(killed).toBeGreaterThan(1);
  expect(check("--resume", file, "--workers", "2").status).toBe(0);
  expect(reported() === whole).toBe(true);
});

test("so does one that stops by itself and is not saved any more", () => {
  expect(check("--states", "3000", "--checkpoint", file, "--workers", "2").status).toBe(3);
  expect(reported() === whole).toBe(false);
  const saved = readFileSync(file);
  expect(check("--resume", file, "--workers", "1").status).toBe(0);
  expect(reported() === whole).toBe(true);
  expect(readFileSync(file).equals(saved)).toBe(true);
});

describe("a checkpoint is refused, and told why,", () => {
  const refused = (...args: readonly string[]): string => {
    const { status, err } = sealcheck(library.folder, ["check", ...args]);
    expect(status, err).toBe(2);
    return err;
  };

  test("where several searches are selected", () => {
    expect(refused("--checkpoint", file)).toMatch(
      /^a checkpoint is of one search, and \d+ are selected\n[^]*do: {2}name one scenario/,
    );
  });

  test("by another search, by one that is asked for otherwise, and where there is none", () => {
    expect(check("--states", "3000", "--checkpoint", file).status).toBe(3);
    expect(refused("lending/lossy", "--resume", file)).toMatch(/^this checkpoint is of rush under/);
    expect(refused("rush", "--no-symmetry", "--faults-together", "--resume", file)).toMatch(
      /^this checkpoint was made with another "faultsTogether"/,
    );
    expect(refused("rush", "--resume", `${file}.nowhere`)).toMatch(/^there is no checkpoint /);
  });

  test("once models have changed", () => {
    expect(check("--states", "3000", "--checkpoint", file).status).toBe(3);
    const model = join(library.folder, "models/borrower.ts");
    const text = readFileSync(model, "utf8");
    writeFileSync(model, `${text}\n// Changed.\n`);
    expect(refused("rush", "--no-symmetry", "--resume", file)).toMatch(
      /^models or scenarios have changed since/,
    );
    writeFileSync(model, text);
  });
});
