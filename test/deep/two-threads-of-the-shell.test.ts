import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { libraryProject } from "../cli/library-project.ts";
import { sealcheck } from "../cli/sealcheck.ts";

const library = libraryProject();
const reported = (...args: readonly string[]): string => {
  const { status, err } = sealcheck(library.folder, ["check", ...args]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  return readFileSync(join(library.folder, "reports/latest/run.json"), "utf8");
};

test.each([
  ["one scenario under one protocol", ["lending/lossy", "--protocol", "sealed-slips"]],
  ["one scenario, fault after fault", ["lending/lossy"]],
  ["all", []],
])("%s: the same is found, byte for byte, with more threads than tasks", (_, args) => {
  const alone = reported(...args, "--workers", "1");
  for (const workers of ["2", "3"])
    expect(reported(...args, "--workers", workers) === alone, `${workers} workers`).toBe(true);
});
