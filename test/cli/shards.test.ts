import { readFileSync, rmSync, writeFileSync } from "node:fs";
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

const run = (...args: readonly string[]): Outcome =>
  sealcheck(library.folder, ["run", "--sampled", "--runs", "100", ...args]);
const merge = (): Outcome => sealcheck(library.folder, ["merge"]);
const inReports = (file: string): string => join(library.folder, "reports", file);
const text = (file: string): string => readFileSync(inReports(file), "utf8");

test("four shards, merged, are the run that nobody split, byte for byte", () => {
  run();
  const whole = text("latest/run.json");
  rmSync(inReports("latest"), { recursive: true });
  for (const shard of ["3/4", "1/4", "4/4"]) expect(run("--shard", shard).status).toBe(0);
  expect(merge()).toMatchObject({
    status: 2,
    err: expect.stringContaining("shard 2/4 is missing") as string,
  });
  run("--shard", "2/4");
  const merged = merge();
  expect(merged).toMatchObject({ status: 0, err: "" });
  expect(merged.out).toMatch(/\n5 passed, 0 failed, 0 skipped\n$/);
  expect(text("latest/run.json") === whole).toBe(true);
});

test.each<[string, () => void, string]>([
  [
    "a shard that comes twice",
    () => writeFileSync(inReports("shards/again.json"), text("shards/1-of-4.json")),
    "shard 1/4 comes 2 times",
  ],
  [
    "a shard of other models",
    () => {
      const other = text("shards/1-of-4.json").replace(/"modelHash":"\w/, '"modelHash":"-');
      writeFileSync(inReports("shards/again.json"), other);
    },
    "shard 1/4 was made of other models",
  ],
  [
    "a shard of which only a half is there",
    () => writeFileSync(inReports("shards/again.json"), text("shards/1-of-4.json").slice(0, 200)),
    "this file is no shard of a search, or not all of it",
  ],
  [
    "a shard of a search of other scenarios",
    () => {
      rmSync(inReports("shards/again.json"));
      run("--shard", "1/4", "--protocol", "open-slips");
    },
    "is part of a search of other scenarios",
  ],
])("%s is refused", (_, spoil, told) => {
  spoil();
  const { status, err } = merge();
  expect(err).toContain(told);
  expect(status).toBe(2);
});

test("of few tasks, many shards are the whole all the same", () => {
  rmSync(inReports("shards"), { recursive: true });
  for (const shard of ["1/3", "2/3", "3/3"])
    expect(run("lending/lossy", "--shard", shard).status).toBe(0);
  const merged = merge();
  expect(merged).toMatchObject({ status: 0, err: "" });
  expect(merged.out).toMatch(/\n1 passed, 0 failed, 0 skipped\n$/);
});

test("a part of no whole is refused", () => {
  expect(run("--shard", "5/4")).toMatchObject({
    status: 2,
    err: expect.stringContaining('"5/4" is none') as string,
  });
});
