import type { Kill, Matrix, Score, Survivor } from "../mutate/index.ts";
import {
  aroundWords,
  complaintsIn,
  placeWords,
  redundantIn,
  totalWords,
  unaccepted,
} from "./matrix-words.ts";
import { table } from "./markdown-table.ts";

/** The report on mutants in Markdown, survivors first. */
export const matrixMarkdown = (matrix: Matrix): string => {
  const complaints = complaintsIn(matrix);
  const open = unaccepted(matrix);
  const redundant = redundantIn(matrix);
  const accepted = matrix.survivors.filter(({ acceptedBecause }) => acceptedBecause !== undefined);
  return [
    `# What the promises of ${matrix.protocol} would have caught`,
    `${totalWords(matrix)}.`,
    complaints.length === 0
      ? "Every invariant notices something, every sabotage is noticed by what it names, and of every survivor it is said why it may be one."
      : complaints.map((complaint) => `- ${complaint}`).join("\n"),
    "## Survivors",
    open.length === 0 ? "None that nobody has accepted." : open.map(survivorText).join("\n\n"),
    "## Accepted survivors",
    accepted.length === 0
      ? "None."
      : table(
          ["Mutant", "Because"],
          accepted.map(({ name, acceptedBecause }) => [name, acceptedBecause!]),
        ),
    "## Never asked",
    "Events that never come in a state of a part, as far as scenarios go. A mutant that takes them there would change nothing, so there is none: what stands here is not played.",
    matrix.unasked.length === 0 ? "None." : matrix.unasked.map((touch) => `- ${touch}`).join("\n"),
    "## What each invariant caught",
    "A score is out of those mutants that it caught and those that survived although it was put to the test around them.",
    biteTable(matrix),
    "## Redundant so far",
    "Invariants that broke more than once, and never without another one, as far as both were tried. They may say the same, or no mutant tells them apart yet.",
    redundant.length === 0 ? "None." : redundant.map((one) => `- ${one}`).join("\n"),
    "## Part by part",
    scoreTable(
      "Part",
      matrix.parts.map(({ part, ...score }) => [part, score]),
    ),
    "## Sabotages",
    sabotageTable(matrix),
    "## Operators",
    scoreTable(
      "Operator",
      matrix.operators.map(({ operator, ...score }) => [operator, score]),
    ),
  ]
    .join("\n\n")
    .concat("\n");
};

const biteTable = ({ invariants }: Matrix): string =>
  table(
    ["Invariant", "Says", "Caught", "Sabotages", "Score", "Always with"],
    invariants.map(({ id, says, killed, sabotages, percent, impliedBy }) => [
      id,
      says,
      String(killed),
      String(sabotages),
      `${percent} %`,
      impliedBy.join(", "),
    ]),
  );

const scoreTable = (what: string, rows: readonly (readonly [string, Score])[]): string =>
  table(
    [what, "Noticed", "Survived", "Score"],
    rows.map(([name, { killed, survived, percent }]) => [
      name,
      String(killed),
      String(survived),
      `${percent} %`,
    ]),
  );

const sabotageTable = ({ mutants }: Matrix): string =>
  table(
    ["Sabotage", "Must break", "Breaks, after moves"],
    mutants
      .filter(({ breaks }) => breaks.length > 0)
      .map(({ name, breaks, kills }) => [
        name.replace("sabotage ", ""),
        breaks.join(", "),
        kills.map(killWords).join(", "),
      ]),
  );

const survivorText = (survivor: Survivor): string =>
  [
    `### ${survivor.name}`,
    placeWords(survivor),
    ["```diff", ...survivor.diff, "```"].join("\n"),
    `${aroundWords(survivor)}.`,
  ].join("\n\n");

const killWords = ({ invariant, moves }: Kill): string =>
  moves.length === 0 ? `${invariant} (never seen)` : `${invariant} (${moves.length})`;
