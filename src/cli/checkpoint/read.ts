import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { endianness } from "node:os";
import { Mistake } from "../../mistake.ts";
import {
  beforeHeader,
  bytesOf,
  digestLength,
  digestOf,
  marks,
  piecesOf,
  sectionKinds,
  type CheckpointHeader,
  type CheckpointOf,
  type Preamble,
  type Section,
  type SectionPlan,
  type Sections,
} from "./checkpoint.ts";
import { mustBeOf } from "./same-search.ts";

/** What a checkpoint holds. */
export interface Checkpoint {
  readonly header: CheckpointHeader;
  readonly sections: Sections;
}

/**
 * Reads the checkpoint of a search. Throws a {@link Mistake} if there is none, if it is damaged in any way, or if it is
 * of another search.
 */
export const readCheckpoint = (file: string, search: CheckpointOf): Checkpoint => {
  const source = opened(file);
  try {
    const { preamble, sections } = new CheckpointSource(file, source).read();
    const { byteOrder, sections: plans, ...header } = preamble;
    if (byteOrder !== endianness()) throw damaged(file, "a machine of another byte order made it");
    if (plans.length !== sections.size) throw damaged(file, "two of its sections have one name");
    mustBeOf(file, header, search);
    return { header, sections };
  } finally {
    closeSync(source);
  }
};

const opened = (file: string): number => {
  try {
    if (!statSync(file).isFile()) throw new Error("it is no file");
    return openSync(file, "r");
  } catch (error) {
    throw new Mistake({
      what: `there is no checkpoint ${file}`,
      why: error instanceof Error ? error.message : String(error),
      todo: "name another, or begin without one",
    });
  }
};

const damaged = (file: string, why: string): Mistake =>
  new Mistake({
    what: "this checkpoint is damaged",
    where: { file, line: 1 },
    why,
    todo: "begin without it",
  });

/** The file, read from its beginning to its end; everything that is read is hashed. */
class CheckpointSource {
  readonly #file: string;
  readonly #source: number;
  readonly #size: number;
  readonly #hash = createHash(digestOf);

  constructor(file: string, source: number) {
    this.#file = file;
    this.#source = source;
    this.#size = fstatSync(source).size;
  }

  read(): { readonly preamble: Preamble; readonly sections: Sections } {
    this.#mustBegin();
    const length = Buffer.from(this.#take(4)).readUInt32LE();
    this.#mustHold(beforeHeader + length + digestLength, false);
    const preamble = this.#preamble(length);
    const plans = preamble.sections;
    const size = plans.reduce(
      (sum, plan) => sum + plan.length * sectionKinds[plan.kind].BYTES_PER_ELEMENT,
      beforeHeader + length + digestLength,
    );
    this.#mustHold(size, true);
    const sections = new Map(plans.map((plan) => [plan.name, this.#section(plan)]));
    const expected = this.#hash.digest();
    if (!expected.equals(this.#take(digestLength, false)))
      throw damaged(this.#file, "it is not as it was written: its check sum does not fit");
    return { preamble, sections };
  }

  #mustBegin(): void {
    const { whole, family } = marks;
    const begin = this.#take(Math.min(this.#size, whole.length));
    if (whole.equals(begin)) return;
    const ours = family.equals(begin.subarray(0, family.length));
    throw new Mistake({
      what: ours ? "this checkpoint has another format" : "this file is no checkpoint",
      where: { file: this.#file, line: 1 },
      why: ours
        ? "it was made by another version of sealcheck, or cut"
        : "a checkpoint begins with the words sealcheck.checkpoint",
      todo: "name another, or begin without one",
    });
  }

  #mustHold(size: number, exactly: boolean): void {
    if (exactly ? this.#size === size : this.#size >= size) return;
    throw damaged(
      this.#file,
      `it has ${this.#size} bytes and should have ${exactly ? "" : "at least "}${size}`,
    );
  }

  #preamble(length: number): Preamble {
    const text = Buffer.from(this.#take(length)).toString();
    try {
      const value: unknown = JSON.parse(text);
      if (isPreamble(value)) return value;
    } catch {
      // Told below.
    }
    throw damaged(this.#file, "its header cannot be read");
  }

  #section({ kind, length }: SectionPlan): Section {
    const section = new sectionKinds[kind](length);
    this.#fill(bytesOf(section));
    return section;
  }

  #take(length: number, hashed = true): Uint8Array {
    const bytes = new Uint8Array(length);
    this.#fill(bytes, hashed);
    return bytes;
  }

  #fill(bytes: Uint8Array, hashed = true): void {
    for (const some of piecesOf(bytes)) {
      for (let from = 0; from < some.length;) {
        const read = readSync(this.#source, some, from, some.length - from, null);
        if (read === 0) throw damaged(this.#file, "it was cut while it was read");
        from += read;
      }
      if (hashed) this.#hash.update(some);
    }
  }
}

const isPreamble = (value: unknown): value is Preamble => {
  if (typeof value !== "object" || value === null) return false;
  const { version, modelHash, scenario, protocol, byteOrder, options, counts, sections } =
    value as Readonly<Record<string, unknown>>;
  return (
    [version, modelHash, scenario, protocol, byteOrder].every((name) => typeof name === "string") &&
    [options, counts].every((record) => typeof record === "object" && record !== null) &&
    Array.isArray(sections) &&
    sections.every(isSectionPlan)
  );
};

const isSectionPlan = (value: unknown): value is SectionPlan => {
  if (typeof value !== "object" || value === null) return false;
  const { name, kind, length } = value as Readonly<Record<string, unknown>>;
  return (
    typeof name === "string" &&
    typeof kind === "string" &&
    Object.hasOwn(sectionKinds, kind) &&
    Number.isSafeInteger(length) &&
    Number(length) >= 0
  );
};
