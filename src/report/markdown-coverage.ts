import { coverageWords, standingWords } from "./coverage-words.ts";
import { table } from "./markdown-table.ts";
import type { RunCovered, RunProtocol, RunReport } from "./run.ts";
import { listed } from "./words.ts";

/** What no protocol brought about of all that parts declare, and what came up against what a part says. */
export const coverageSection = ({ coverage, tasks }: RunReport): string[] => {
  if (coverage.noted.length === 0) return [];
  const open = tasks.filter(({ exhaustion }) => !exhaustion || exhaustion.stopped);
  return [
    "## What parts can do and never did",
    `${coverageWords(coverage)} of parts came up in some scenario under some protocol. ${
      open.length === 0
        ? "Every state within the bounds was visited, so whatever is missing never comes up there."
        : `Not visited completely: ${listed([...new Set(open.map(({ scenario }) => scenario))])}; what the parts in these lack was not seen, which is no proof that it never comes up.`
    } What leaves a state that is missing, or needs an intent that is, is not listed again.`,
    table(
      ["Part", "", "Name", ""],
      coverage.noted.map((one) => [one.part, one.what, `\`${one.name}\``, told(one)]),
    ),
  ];
};

const told = (one: RunCovered): string =>
  ["dead", "contradicted"].includes(one.standing)
    ? `**${standingWords(one)}**`
    : standingWords(one);

/** The same of one protocol, which need not use everything that its parts can do for others. */
export const coverageUnder = ({ coverage }: RunProtocol): string[] => {
  if (coverage.noted.length === 0) return [];
  const kinds = Map.groupBy(
    coverage.noted,
    ({ part, standing }) => `${part}, ${standing === "never" ? "never" : "not seen"}`,
  );
  return [
    "### What its parts did not do",
    `${coverageWords(coverage)} of its parts came up.`,
    [...kinds]
      .map(([title, those]) => `- ${title}: ${those.map(({ name }) => `\`${name}\``).join(", ")}`)
      .join("\n"),
  ];
};
