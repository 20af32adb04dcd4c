import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { endianness } from "node:os";
import { dirname } from "node:path";
import { Mistake } from "../../mistake.ts";
import {
  bytesOf,
  digestOf,
  marks,
  piecesOf,
  sectionKinds,
  type CheckpointHeader,
  type Preamble,
  type Section,
  type SectionPlan,
  type Sections,
} from "./checkpoint.ts";

/**
 * Writes a checkpoint in place of the one before, if there is one. It takes that place as a whole or not at all: where
 * the process is killed on the way, the one before still stands, and what was begun lies beside it as `….new` until the
 * next checkpoint is written.
 */
export const writeCheckpoint = (
  file: string,
  header: CheckpointHeader,
  sections: Sections,
): void => {
  const fresh = `${file}.new`;
  try {
    filling(fresh, (target) => {
      const hash = createHash(digestOf);
      for (const bytes of contentOf(header, sections))
        for (const some of piecesOf(bytes)) {
          hash.update(some);
          writeAll(target, some);
        }
      writeAll(target, hash.digest());
    });
    renameSync(fresh, file);
    syncFolder(dirname(file));
  } catch (error) {
    rmSync(fresh, { force: true });
    throw new Mistake({
      what: `the checkpoint cannot be written to ${file}`,
      why: error instanceof Error ? error.message : String(error),
      todo: "make room, or name a file that can be written; an earlier checkpoint is kept",
    });
  }
};

function* contentOf(header: CheckpointHeader, sections: Sections): Generator<Uint8Array> {
  const preamble: Preamble = {
    ...header,
    byteOrder: endianness(),
    sections: [...sections].map(([name, section]) => planOf(name, section)),
  };
  const text = Buffer.from(JSON.stringify(preamble));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  yield marks.whole;
  yield length;
  yield text;
  for (const section of sections.values()) yield bytesOf(section);
}

const planOf = (name: string, section: Section): SectionPlan => {
  const kind = section.constructor.name as SectionPlan["kind"];
  if (!(kind in sectionKinds)) throw new Error(`section "${name}" is no array of a known kind`);
  return { name, kind, length: section.length };
};

/** Opens a file for writing, and leaves it only when its content is on the disk. */
const filling = (file: string, write: (target: number) => void): void => {
  const target = openSync(file, "w");
  try {
    write(target);
    fsyncSync(target);
  } finally {
    closeSync(target);
  }
};

const writeAll = (target: number, bytes: Uint8Array): void => {
  for (let from = 0; from < bytes.length;) from += writeSync(target, bytes, from);
};

/** Puts a renaming on the disk; Windows cannot, and does not need to. */
const syncFolder = (folder: string): void => {
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
};
