import type { Matrix } from "../mutate/index.ts";
import {
  aroundWords,
  complaintsIn,
  placeWords,
  redundantIn,
  totalWords,
  unaccepted,
} from "./matrix-words.ts";
import type { Style } from "./terminal-style.ts";
import { padded, wrapped } from "./terminal-wrap.ts";

/** Survivors that are shown whole; the report has all. */
const shownMost = 12;

/** What is said before the first mutant is tried. */
export const mutantsHeaderLine = (
  { version, protocol, workers }: { version: string; protocol: string; workers: number },
  { bold, dim }: Style,
): string =>
  `${bold("sealcheck")} ${version}  ${dim(`mutants of ${protocol}, ${workers} ${workers === 1 ? "thread" : "threads"}`)}`;

/** What mutants have shown: survivors first, then what each promise has caught, then what is wrong. */
export const matrixLines = (matrix: Matrix, style: Style): string[] => {
  const complaints = complaintsIn(matrix);
  const redundant = redundantIn(matrix);
  return [
    ...survivorLines(matrix, style),
    "",
    ...biteLines(matrix, style),
    "",
    ...complaints.map((complaint) => `${style.fail} ${complaint}`),
    ...(redundant.length > 0
      ? wrapped(`redundant so far: ${redundant.join("; ")}`, style.width, 2)
      : []),
    ...wrapped(totalWords(matrix), style.width, 2),
  ];
};

const survivorLines = (matrix: Matrix, { width, unsure, dim, bad, good }: Style): string[] => {
  const survivors = unaccepted(matrix);
  const shown = survivors.slice(0, shownMost);
  const rest = survivors.length - shown.length;
  return [
    ...shown.flatMap((survivor) => [
      "",
      ...wrapped(`${unsure} ${survivor.name}`, width, 2),
      `  ${dim(placeWords(survivor))}`,
      ...survivor.diff.flatMap((line) =>
        wrapped(line, width - 2, 2).map(
          (piece) => `  ${line.startsWith("-") ? bad(piece) : good(piece)}`,
        ),
      ),
      ...wrapped(aroundWords(survivor), width - 2).map((line) => `  ${line}`),
    ]),
    ...(rest > 0 ? ["", `… and ${rest} more survivors`] : []),
  ];
};

const biteLines = ({ invariants }: Matrix, { dim, warn }: Style): string[] => {
  const columns = Math.max(...invariants.map(({ id }) => id.length));
  return invariants.map(({ id, killed, sabotages, survived, impliedBy }) => {
    const caught = `${String(killed).padStart(4)} noticed, ${sabotages} of them sabotage`;
    const missed = survived > 0 ? `, ${survived} survived around it` : "";
    const implied = impliedBy.length > 0 ? dim(`  always with ${impliedBy.join(", ")}`) : "";
    const line = `${padded(id, columns)} ${caught}${missed}${implied}`;
    return killed === 0 ? warn(line) : line;
  });
};
