import type { PairCell, PairColumns } from "./pair-words.ts";
import type { Style } from "./terminal-style.ts";
import { padded, wrapped } from "./terminal-wrap.ts";

const between = " | ";

/** Two runs in two columns, step by step. */
export const columnLines = ({ title, rows }: PairColumns, style: Style): string[] => {
  const digits = String(rows.length).length;
  const width = Math.floor((style.width - digits - 6 - between.length) / 2);
  const margin = " ".repeat(digits + 6);
  const side = ({ move, sees }: PairCell): string[] => [
    ...wrapped(move, width, 2),
    ...sees.flatMap((sight) => wrapped(sight, width - 2, 2).map((line) => `  ${line}`)),
  ];
  const row = (left: readonly string[], right: readonly string[]): string[] =>
    Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
      `${padded(left[at] ?? "", width)}${between}${right[at] ?? ""}`.trimEnd(),
    );
  return [
    ...wrapped(title, style.width - 2).map((line) => `  ${line}`),
    ...row(["the first run"], ["the second run"]).map((line) => margin + style.dim(line)),
    ...rows.flatMap(({ number, left, right, breaks }) =>
      row(side(left), side(right)).map((line, at) =>
        at === 0
          ? `${breaks ? style.breaks : " "}   ${String(number).padStart(digits)}  ${line}`
          : margin + line,
      ),
    ),
  ];
};
