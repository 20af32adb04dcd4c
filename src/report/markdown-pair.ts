import { table } from "./markdown-table.ts";
import type { PairCell, PairColumns } from "./pair-words.ts";
import type { RunReport } from "./run.ts";
import { listed } from "./words.ts";

/** Two runs in two columns, step by step. */
export const columnTable = ({ title, rows }: PairColumns): string => {
  const cell = ({ move, sees }: PairCell): string =>
    [move, ...sees.map((sight) => `_${sight}_`)].join("<br>");
  return `${title}\n\n${table(
    ["", "The first run", "The second run"],
    rows.map(({ number, left, right, breaks }) => [
      `${number}${breaks ? " ✗" : ""}`,
      cell(left),
      cell(right),
    ]),
  )}`;
};

/** How far two runs were compared, for every invariant about two. */
export const relationSection = ({ tasks }: RunReport): string[] => {
  const rows = tasks.flatMap(({ scenario, protocol, relations }) =>
    relations.map(({ invariant, observers, exhaustive, pairs, unresolved, stopped }) => [
      scenario,
      protocol,
      invariant,
      listed(observers),
      `${pairs.toLocaleString("en")} ${exhaustive ? "pairs of states" : "pairs of runs"}`,
      unresolved.toLocaleString("en"),
      stopped ? `stopped: ${stopped}` : exhaustive ? "every pair" : "drawn",
    ]),
  );
  if (rows.length === 0) return [];
  return [
    "## How far two runs were compared",
    "Both runs have the same schedule and the same moves, but for the secret; faults are counted link by link, and the room of channels limits only what people do. Where every pair was visited and the promise held, the protocol is observationally deterministic under all schedules within the bounds: whatever the secret is, the observer sees the same. Pairs that could not be compared leave it open.",
    table(["Scenario", "Protocol", "Promise", "Observers", "Compared", "Not comparable", ""], rows),
  ];
};
