import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { readCheckpoint, type CheckpointHeader } from "../../src/cli/checkpoint/index.ts";
import { root } from "../imports.ts";

const length = 2 ** 21;

const header: CheckpointHeader = {
  version: "1.2.3",
  modelHash: "0123456789abcdef",
  scenario: "street/evening",
  protocol: "glass",
  options: {},
  counts: {},
};

const writerTo = (file: string): string => `
    import { writeCheckpoint } from ${JSON.stringify(join(root, "src/cli/checkpoint/index.ts"))};
    const header = ${JSON.stringify(header)};
    for (let round = 1; ; round++) {
      const sections = new Map([["a", new Int32Array(${length}).fill(round)], ["b", new Uint8Array(${length}).fill(round)]]);
      writeCheckpoint(${JSON.stringify(file)}, { ...header, counts: { round } }, sections);
      process.stdout.write(round + "\\n");
    }`;

/** Kills a writer so many milliseconds after its third checkpoint; answers the last that it said to be written. */
const killedAfter = async (file: string, milliseconds: number): Promise<number> => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", writerTo(file)]);
  let said = "";
  child.stdout.setEncoding("utf8");
  while (said.split("\n").length <= 3)
    said += String((await once(child.stdout, "data")) as string[]);
  child.stdout.on("data", (text: string) => (said += text));
  setTimeout(() => child.kill("SIGKILL"), milliseconds);
  await once(child, "close");
  return Number(said.trimEnd().split("\n").at(-1));
};

/**
 * Kills writers of a checkpoint, so many milliseconds after their third one. Each must leave the last one that it said
 * to be written, or the next, whole. Answers how many had begun another one.
 */
export const killedWhileWriting = async (
  file: string,
  moments: readonly number[],
): Promise<number> => {
  let begun = 0;
  for (const moment of moments) {
    const last = await killedAfter(file, moment);
    if (existsSync(`${file}.new`)) begun++;
    const { header: kept, sections } = readCheckpoint(file, header);
    const { round } = kept.counts;
    expect([last, last + 1]).toContain(round);
    for (const section of sections.values()) {
      const filling = section instanceof Uint8Array ? round! & 255 : round;
      expect(section.length).toBe(length);
      expect(section.every((value) => value === filling)).toBe(true);
    }
  }
  return begun;
};
