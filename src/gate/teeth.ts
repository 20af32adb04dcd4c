import type { Matrix } from "../mutate/index.ts";

/**
 * What mutants have shown of one version: the part of it that is committed beside the acceptances, in `mutants.json`, so
 * that the gate knows what promises would have caught.
 */
export interface Teeth {
  /** Hashes of the models and scenarios that mutants were made of, and of what the project says of mutants itself. */
  readonly models: string;
  readonly declared: string;
  readonly generic: Matrix["generic"];
  readonly sabotages: Matrix["sabotages"];
  /** How many mutants and sabotages each invariant noticed, and which others broke wherever it did. */
  readonly invariants: Readonly<
    Record<
      string,
      { readonly killed: number; readonly sabotages: number; readonly with: readonly string[] }
    >
  >;
  /** Events that never come in a state, so that no mutant takes them there: what no scenario plays. */
  readonly unasked: readonly string[];
  /** Invariants that no mutant breaks. */
  readonly toothless: readonly string[];
  /** Mutants that nobody noticed, each with the reason why it may be so; "" where nobody gave one. */
  readonly survivors: Readonly<Record<string, string>>;
  /** Sabotages that were not noticed, each with the invariants that should have. */
  readonly unnoticed: Readonly<Record<string, readonly string[]>>;
}

/** The file: what is known of each version that mutants were made of. */
export interface TeethFile {
  readonly schema: "sealcheck.teeth/1";
  readonly protocols: Readonly<Record<string, Teeth>>;
}

export const noTeeth: TeethFile = { schema: "sealcheck.teeth/1", protocols: {} };

/** What is kept of a matrix. */
export const teethOf = (matrix: Matrix, declared: string): Teeth => ({
  models: matrix.models,
  declared,
  generic: matrix.generic,
  sabotages: matrix.sabotages,
  invariants: Object.fromEntries(
    matrix.invariants.map(({ id, killed, sabotages, impliedBy }) => [
      id,
      { killed, sabotages, with: impliedBy },
    ]),
  ),
  unasked: matrix.unasked,
  toothless: matrix.toothless,
  survivors: Object.fromEntries(
    matrix.survivors.map(({ name, acceptedBecause }) => [name, acceptedBecause ?? ""]),
  ),
  unnoticed: Object.fromEntries(matrix.unnoticed.map(({ name, missed }) => [name, missed])),
});

/** The same file with what is now known of one version. */
export const withTeeth = (file: TeethFile, protocol: string, teeth: Teeth): TeethFile => ({
  ...file,
  protocols: Object.fromEntries(
    Object.entries({ ...file.protocols, [protocol]: teeth }).toSorted(([left], [right]) =>
      left < right ? -1 : 1,
    ),
  ),
});
