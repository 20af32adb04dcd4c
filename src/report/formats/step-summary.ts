import { boardOfTrace } from "../board.ts";
import { inline } from "../markdown-table.ts";
import { mermaidOf } from "../mermaid.ts";
import type { RunTrace } from "../run.ts";
import { sequenceOf } from "../sequence.ts";
import { counted, sentence } from "../words.ts";
import { headline, worstFirst, type Showing } from "./showing.ts";
import { gateTable, verdictTable } from "./verdict-table.ts";

/** GitHub refuses more than ten times as much; readers stop long before. */
const bytesMost = 100_000;

/** Longer stories are drawn nowhere well. */
const stepsMost = 40;

/** The summary of a CI step in Markdown: verdicts, the gate, and each break that nobody has excused as a diagram. */
export const stepSummaryOf = (showing: Showing): string => {
  const { run, excuse, rules } = showing;
  const open = worstFirst(
    showing,
    run.traces.filter((trace) => !excuse(trace)),
  );
  const excused = run.traces.length - run.traces.filter((trace) => !excuse(trace)).length;
  const head = [
    "# sealcheck",
    verdictTable(showing),
    ...(rules.length > 0 ? ["## The gate", gateTable(showing)] : []),
    `${counted(open.length, "cause")} of breaks that nobody has excused, ${counted(excused, "break")} excused; models ${run.modelHash.slice(0, 12)}, seed ${run.seed}.`,
  ].join("\n\n");
  return fitting(
    head,
    open.map((trace) => breakSection(trace, showing)),
  );
};

const breakSection = (trace: RunTrace, { run }: Showing): string => {
  const drawn =
    trace.moves.length <= stepsMost
      ? [
          "```mermaid",
          mermaidOf(sequenceOf(boardOfTrace(trace, undefined, undefined))).trimEnd(),
          "```",
        ]
      : [`${counted(trace.moves.length, "move")}, too many to draw.`];
  return [
    `## ${inline(sentence(headline(run, trace)))}`,
    "",
    `${counted(trace.moves.length, "move")} in ${trace.scenario}.`,
    "",
    ...drawn,
    "",
    "```sh",
    `npx sealcheck replay ${trace.token}`,
    "```",
  ].join("\n");
};

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** As many sections as there is room for, and how many there are more. */
const fitting = (head: string, sections: readonly string[]): string => {
  const room = bytesMost - 200;
  const shown: string[] = [];
  let bytes = bytesOf(head);
  for (const section of sections) {
    bytes += bytesOf(section) + 2;
    if (bytes > room) break;
    shown.push(section);
  }
  const left = sections.length - shown.length;
  const rest = left > 0 ? [`… and ${counted(left, "more break")} in the report.`] : [];
  return `${[head, ...shown, ...rest].join("\n\n")}\n`;
};
