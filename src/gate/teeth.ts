import type { Matrix, Verdict } from "../mutate/index.ts";
import type { KnownKill, KnownMutant, MutantsPage, Teeth } from "../report/index.ts";

/** The file: what is known of each version that mutants were made of. */
export interface TeethFile {
  readonly schema: "sealcheck.teeth/2";
  readonly protocols: Readonly<Record<string, Teeth>>;
}

export const noTeeth: TeethFile = { schema: "sealcheck.teeth/2", protocols: {} };

/** What is kept of a matrix. */
export const teethOf = (matrix: Matrix): Teeth => ({
  models: matrix.models,
  declared: matrix.declared,
  effort: matrix.effort,
  complete: matrix.complete,
  untried: matrix.untried,
  generic: matrix.generic,
  sabotages: matrix.sabotages,
  invariants: Object.fromEntries(
    matrix.invariants.map(({ id, killed, survived, sabotages, impliedBy }) => [
      id,
      { killed, survived, sabotages, with: impliedBy },
    ]),
  ),
  parts: Object.fromEntries(matrix.parts.map(({ part, ...score }) => [part, score])),
  unasked: matrix.unasked,
  toothless: matrix.toothless,
  survivors: Object.fromEntries(
    matrix.survivors.map(({ name, acceptedBecause }) => [name, acceptedBecause ?? ""]),
  ),
  unnoticed: Object.fromEntries(matrix.unnoticed.map(({ name, missed }) => [name, missed])),
  mutants: matrix.mutants.map(knownOf),
});

/** A verdict without what nobody asks for once it is known: where one survives, what came near counts. */
const knownOf = (verdict: Verdict): KnownMutant => {
  const { name, operator, part, spot, where, diff, outcome, because, breaks, kills } = verdict;
  const { tested, scenarios } = verdict;
  return {
    name,
    operator,
    part,
    spot,
    ...(where ? { at: `${where.file}:${where.line}` } : {}),
    diff,
    outcome,
    ...(because === undefined ? {} : { because }),
    ...(breaks.length > 0 ? { breaks } : {}),
    ...(kills.length > 0 ? { kills: kills.map(knownKill) } : {}),
    ...(outcome === "survived" ? { tested, scenarios: scenarios.length } : {}),
  };
};

const knownKill = ({ invariant, scenarios, moves, shortest }: Verdict["kills"][0]): KnownKill =>
  moves.length === 0
    ? { by: invariant, never: scenarios.length }
    : { by: invariant, in: scenarios[0]!, moves, shortest };

/** The same file with what is now known of one version. */
export const withTeeth = (file: TeethFile, protocol: string, teeth: Teeth): TeethFile => ({
  ...file,
  protocols: Object.fromEntries(
    Object.entries({ ...file.protocols, [protocol]: teeth }).toSorted(([left], [right]) =>
      left < right ? -1 : 1,
    ),
  ),
});

/** What a page shows of a file, beside a report on models with that hash; undefined, where nothing is known. */
export const mutantsPage = (
  { protocols }: TeethFile,
  at: Readonly<Pick<Teeth, "models" | "declared">>,
): MutantsPage | undefined => {
  const versions = Object.entries(protocols).map(([protocol, teeth]) => ({
    protocol,
    ...teeth,
    otherModels: teeth.models !== at.models,
    otherDeclared: teeth.declared !== at.declared,
  }));
  return versions.length === 0 ? undefined : { versions };
};
