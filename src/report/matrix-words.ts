import type { Matrix, Score, Verdict } from "../mutate/index.ts";
import { ExitCode } from "./exit-code.ts";

/** "96 % of 412 are noticed" */
export const scoreWords = ({ killed, survived, percent }: Score): string =>
  `${percent} % of ${killed + survived} are noticed`;

/** Where a mutant is, as somebody would look it up. */
export const placeWords = ({ where }: Verdict): string =>
  where ? `${where.file}:${where.line}` : "";

/** Survivors that nobody has accepted, those that no scenario comes to last. */
export const unaccepted = ({ survivors }: Matrix): Matrix["survivors"] =>
  survivors
    .filter(({ acceptedBecause }) => acceptedBecause === undefined)
    .toSorted(
      (left, right) => Number(left.outcome === "unreached") - Number(right.outcome === "unreached"),
    );

/** How close promises came to a survivor. */
export const aroundWords = ({ outcome, tested, scenarios }: Verdict): string =>
  outcome === "unreached"
    ? "no scenario comes to it"
    : `used in ${scenarios.length} ${scenarios.length === 1 ? "scenario" : "scenarios"}; put to the test there: ${tested.join(", ") || "nothing"}`;

/** Everything that is wrong with a matrix, in words. Empty means nothing. */
export const complaintsIn = (matrix: Matrix): string[] => {
  const { toothless, unnoticed, stale, complete } = matrix;
  const left = unaccepted(matrix).length;
  return [
    ...(left > 0
      ? [`${left} ${left === 1 ? "mutant survives" : "mutants survive"}, and nobody says why`]
      : []),
    ...unnoticed.map(
      ({ name, missed }) => `${name} is not noticed by ${missed.join(", ")}, which it names`,
    ),
    ...(complete ? toothless.map((id) => `${id} is toothless: no mutant breaks it`) : []),
    ...stale.map((name) => `no survivor fits what was accepted as "${name}"`),
  ];
};

/** Invariants that have never broken without some other one, of those that broke more than once. */
export const redundantIn = ({ invariants }: Matrix): string[] =>
  invariants
    .filter(({ killed, impliedBy }) => killed > 1 && impliedBy.length > 0)
    .map(({ id, impliedBy }) => `${id}, never without ${impliedBy.join(", ")}`);

/** The exit code that a matrix amounts to. */
export const matrixExitCode = (matrix: Matrix, interrupted: boolean): ExitCode => {
  if (interrupted) return ExitCode.interrupted;
  if (complaintsIn(matrix).length > 0) return ExitCode.broken;
  return matrix.complete ? ExitCode.ok : ExitCode.insufficient;
};

/** What was tried and what became of it, in one line. */
export const totalWords = ({ generic, sabotages, unasked, complete }: Matrix): string =>
  [
    `${generic.all.toLocaleString("en")} mutants: ${scoreWords(generic)}, ${generic.reported} of them only by what reports tell of events and coverage`,
    `${generic.same} are the same, ${generic.alike} alike, ${generic.refused} no models`,
    `${sabotages.noticed} of ${sabotages.all} sabotages are noticed by what they name`,
    ...(unasked.length > 0
      ? [`${unasked.length} events never come in some state, and no mutant takes them there`]
      : []),
    ...(complete ? [] : ["not all mutants were tried"]),
  ].join("; ");
