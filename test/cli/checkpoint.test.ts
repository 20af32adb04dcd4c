import * as fc from "fast-check";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import {
  readCheckpoint,
  writeCheckpoint,
  type CheckpointHeader,
  type Section,
} from "../../src/cli/checkpoint/index.ts";
import { Mistake } from "../../src/mistake.ts";
import { killedWhileWriting } from "./killed-writer.ts";

const folder = mkdtempSync(join(tmpdir(), "sealcheck-checkpoint-"));
const file = join(folder, "search.checkpoint");
beforeEach(() => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const header: CheckpointHeader = {
  version: "1.2.3",
  modelHash: "0123456789abcdef",
  scenario: "street/evening",
  protocol: "glass",
  options: { states: 1000, oneKindOfFault: true },
  counts: { states: 3, depth: 2 },
};
const small = new Map<string, Section>([
  ["parents", Int32Array.of(-1, 0, 0)],
  ["owing", Uint8Array.of(0, 1, 1)],
]);

/** What a Mistake says when the file is read; fails if it can be read. */
const refusal = (search = header): string => {
  try {
    readCheckpoint(file, search);
  } catch (error) {
    expect(error).toBeInstanceOf(Mistake);
    expect((error as Mistake).text.todo).toBeDefined();
    return (error as Mistake).message;
  }
  throw new Error("it was read");
};

const sections = fc
  .uniqueArray(
    fc.tuple(
      fc.string({ unit: "grapheme" }),
      fc.oneof<fc.Arbitrary<Section>[]>(
        fc.int32Array(),
        fc.uint32Array(),
        fc.float64Array(),
        fc.uint8Array(),
      ),
    ),
    { selector: ([name]) => name },
  )
  .map((entries) => new Map(entries));

describe("a checkpoint", () => {
  test("holds any sections, whole or part of a longer array, and any names", () => {
    const names = fc.record({ scenario: fc.string(), protocol: fc.string({ unit: "grapheme" }) });
    fc.assert(
      fc.property(sections, names, fc.nat({ max: 3 }), (kept, named, from) => {
        const parts = new Map([...kept].map(([name, each]) => [name, each.subarray(from)]));
        const made = { ...header, ...named };
        writeCheckpoint(file, made, parts);
        const read = readCheckpoint(file, made);
        expect(read.header).toEqual(made);
        expect([...read.sections]).toEqual([...parts]);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test("holds what several threads share", () => {
    const shared = new Int32Array(new SharedArrayBuffer(4000)).fill(7);
    writeCheckpoint(file, header, new Map([["shared", shared]]));
    expect(readCheckpoint(file, header).sections.get("shared")).toEqual(
      new Int32Array(1000).fill(7),
    );
  });

  test("holds sections longer than what is written at once", () => {
    const long = Float64Array.from({ length: 3_000_000 }, (_, at) => at / 3);
    writeCheckpoint(file, header, new Map([["long", long]]));
    const read = readCheckpoint(file, header).sections.get("long") as Float64Array;
    expect(Buffer.from(read.buffer).equals(Buffer.from(long.buffer))).toBe(true);
  });

  test("takes the place of the one before, and leaves nothing beside it", () => {
    writeCheckpoint(file, header, small);
    writeCheckpoint(file, { ...header, counts: { states: 4 } }, new Map());
    expect(readCheckpoint(file, header)).toEqual({
      header: { ...header, counts: { states: 4 } },
      sections: new Map(),
    });
    expect(readdirSync(folder)).toEqual(["search.checkpoint"]);
  });

  test("that cannot be written says so, and the one before is kept", () => {
    expect(() => writeCheckpoint(join(folder, "none", "x"), header, small)).toThrow(
      /^the checkpoint cannot be written to [^]*why: ENOENT/,
    );
    writeCheckpoint(file, header, small);
    const wrong = new Map([["wide", new BigInt64Array(2) as unknown as Section]]);
    expect(() => writeCheckpoint(file, header, wrong)).toThrow(
      /"wide" is no array of a known kind/,
    );
    expect(readCheckpoint(file, header).sections).toEqual(small);
    expect(readdirSync(folder)).toEqual(["search.checkpoint"]);
  });
});

describe("a checkpoint is refused", () => {
  test("with any one byte changed", () => {
    writeCheckpoint(file, header, small);
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++)
      for (const change of [1, 1 << (at % 8), 0xff]) {
        const changed = Buffer.from(whole);
        changed[at]! ^= change;
        writeFileSync(file, changed);
        expect(refusal(), `byte ${at}`).toMatch(
          /^this (?:checkpoint is damaged|file is no checkpoint|checkpoint has another format)\n/,
        );
      }
  });

  test("cut anywhere, or with something behind it", () => {
    writeCheckpoint(file, header, small);
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(file, whole.subarray(0, length));
      expect(refusal(), `${length} bytes`).toMatch(/^this (?:checkpoint|file) /);
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.of(0)]));
    expect(refusal()).toMatch(/^this checkpoint is damaged\n[^]*why: it has \d+ bytes and should/);
  });

  test.for<[what: string, search: Partial<CheckpointHeader>, said: RegExp]>([
    ["another version", { version: "1.3.0" }, /made by sealcheck 1\.2\.3, and this is 1\.3\.0/],
    ["changed models", { modelHash: "fedcba" }, /have changed[^]*0123456789ab and are fedcba,/],
    ["another scenario", { scenario: "alley" }, /street\/evening under glass, not of alley under/],
    ["another protocol", { protocol: "oak" }, /under glass, not of street\/evening under oak/],
    [
      "another option",
      { options: { states: 2000, oneKindOfFault: true } },
      /another "states": 1000, not 2000/,
    ],
    ["an option less", { options: { states: 1000 } }, /another "oneKindOfFault": true, not none/],
    ["an option more", { options: { ...header.options, x: 1 } }, /another "x": none, not 1/],
  ])("for %s", ([, search, said]) => {
    writeCheckpoint(file, header, small);
    expect(refusal({ ...header, ...search })).toMatch(said);
    expect(readCheckpoint(file, { ...header, counts: {} } as CheckpointHeader).header).toEqual(
      header,
    );
  });

  test("where there is none, or something else", () => {
    expect(refusal()).toMatch(/^there is no checkpoint /);
    mkdirSync(file);
    expect(refusal()).toMatch(/^there is no checkpoint [^]*it is no file/);
    rmSync(file, { recursive: true });
    writeFileSync(file, "{}");
    expect(refusal()).toMatch(/^this file is no checkpoint\n/);
    writeFileSync(file, "sealcheck.checkpoint/2\n");
    expect(refusal()).toMatch(/^this checkpoint has another format\n/);
  });
});

test("a process that is killed while it writes leaves the last checkpoint as it was, or the next one", async () => {
  await killedWhileWriting(file, [0, 10]);
});
