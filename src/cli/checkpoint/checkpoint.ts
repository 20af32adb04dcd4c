/** The search that a checkpoint is of: only the same search can go on from it. */
export interface CheckpointOf {
  /** Of sealcheck: another version may number states in another way. */
  readonly version: string;
  readonly modelHash: string;
  readonly scenario: string;
  readonly protocol: string;
  /** What the search was asked for, as far as it matters to what it visits. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** What a checkpoint says of itself, beside its sections. */
export interface CheckpointHeader extends CheckpointOf {
  /** How far the search has come. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What a search keeps, as it keeps it: long arrays of numbers by name. */
export type Sections = ReadonlyMap<string, Section>;
export type Section = Int32Array | Uint32Array | Float64Array | Uint8Array;

export const sectionKinds = { Int32Array, Uint32Array, Float64Array, Uint8Array } as const;

/** The header as it stands in the file, with what is needed to read the rest. */
export interface Preamble extends CheckpointHeader {
  readonly byteOrder: string;
  readonly sections: readonly SectionPlan[];
}

export interface SectionPlan {
  readonly name: string;
  readonly kind: keyof typeof sectionKinds;
  readonly length: number;
}

/*
 * A file holds, in this order: the mark; the length of the header, 32 bits, little-endian; the header as JSON; the bytes
 * of every section as they stand in memory; the SHA-256 of all that.
 */
const family = "sealcheck.checkpoint/";
export const marks = { family: Buffer.from(family), whole: Buffer.from(`${family}1\n`) };
export const beforeHeader = marks.whole.length + 4;
export const digestLength = 32;
export const digestOf = "sha256";

/** So many bytes are hashed, and written or read, at once. */
const piece = 2 ** 23;

export const bytesOf = ({ buffer, byteOffset, byteLength }: Section): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The bytes piece by piece, without a copy. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece);
}
