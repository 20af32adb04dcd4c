import { inline, table } from "../markdown-table.ts";
import type { Showing } from "./showing.ts";

/** Every promise under every version, in a table: a line for each promise, and what of it is not as it should be. */
export const verdictTable = ({ run }: Showing): string => {
  const versions = run.protocols.filter(({ variant }) => !variant);
  const shown = versions.length > 0 ? versions : run.protocols;
  const rows = run.promises.map(({ id, title, invariants }) => {
    const ids = new Set(invariants.map((one) => one.id));
    return [
      id,
      inline(title),
      ...shown.map((protocol) => {
        const verdicts = protocol.invariants.filter((one) => ids.has(one.id));
        const broken = verdicts.filter(({ verdict }) => verdict === "broken");
        if (broken.length > 0) return `✗ broken: ${broken.map((one) => one.id).join(", ")}`;
        const open = verdicts.filter(({ verdict }) =>
          ["untested", "inconclusive"].includes(verdict),
        );
        if (open.length === verdicts.length && open.length > 0) return `∅ ${open[0]!.verdict}`;
        if (verdicts.every(({ verdict }) => verdict === "notApplicable")) return "not applicable";
        return verdicts.some(({ verdict }) => verdict === "held, sampled")
          ? "✓ held, sampled"
          : "✓ held, exhaustively within bounds";
      }),
    ];
  });
  return table(["", "Promise", ...shown.map(({ name }) => name)], rows);
};

/** The rules of the gate, those that are kept too. */
export const gateTable = ({ rules }: Showing): string =>
  table(
    ["", "Rule", ""],
    rules.map(({ id, says, passed, wrong, better }) => [
      passed ? "✓" : "✗",
      `**${id}** ${inline(says)}`,
      [
        ...wrong.slice(0, 8).map(inline),
        ...(wrong.length > 8 ? [`… and ${wrong.length - 8} more`] : []),
        ...better.slice(0, 8).map((one) => `better: ${inline(one)}`),
      ].join("<br>"),
    ]),
  );
