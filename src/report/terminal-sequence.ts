import type { Sequence, SequenceRow } from "./sequence.ts";
import type { Style } from "./terminal-style.ts";
import { shown, wrapped } from "./terminal-wrap.ts";

const margin = 4;
const narrowest = 9;
const signs = { reads: "o", forbidden: "!", holds: "#" } as const;

/** A sequence diagram in text: heads, and for each step a line or two between the lifelines. */
export const sequenceLines = (sequence: Sequence, style: Style): string[] => {
  const { lifelines, rows } = sequence;
  const column = Math.max(
    narrowest,
    Math.floor((style.width - margin) / Math.max(1, lifelines.length)),
  );
  const heads = lifelines.map(({ name }) => wrapped(name, column - 2));
  const tall = Math.max(...heads.map((lines) => lines.length));
  const page = new Page(lifelines.length, column);
  return [
    ...Array.from({ length: tall }, (_, line) =>
      style.bold(page.line(heads.map((lines, at) => [page.centre(at), lines[line] ?? ""]))),
    ),
    page.lifelines(),
    ...rows.flatMap((row) => rowLines(row, page, style)),
    "",
    `  ${signs.reads} can read   ${signs.forbidden} reads, and must not   ${signs.holds} has it under lock`,
  ];
};

const rowLines = (row: SequenceRow, page: Page, style: Style): string[] => {
  const { step, from, to, label, messages, readings, breaks } = row;
  const told = [label, ...messages.map((message) => `"${message}"`)].filter(Boolean).join(" ");
  const [least, most] = [Math.min(from, to), Math.max(from, to)];
  const middle = (page.centre(least) + page.centre(most)) / 2;
  const span =
    least === most
      ? page.column * 1.5
      : Math.max(page.column, most * page.column - least * page.column) - 2;
  const colour = breaks ? style.bad : (text: string): string => text;
  return [
    ...wrapped(told, Math.floor(span)).map((line) => colour(page.over([[middle, line]]))),
    colour(page.over(shaftOf(row, page), `${breaks ? "✗" : " "}${step.number}`)),
    page.over(readings.map(({ lifeline, reading }) => [page.centre(lifeline), signs[reading]])),
  ].map(trimmed);
};

const trimmed = (line: string): string => (shown(line) === line ? line.trimEnd() : line);

type Piece = readonly [middle: number, text: string];

const shaftOf = ({ from, to, kind }: SequenceRow, page: Page): Piece[] => {
  const [start, end] = [page.centre(from), page.centre(to)];
  if (kind === "alone" || from === to) return [[start, "*"]];
  const length = Math.abs(end - start) - 1;
  const middle = (start + end) / 2;
  if (kind === "everywhere") return [[middle, ". ".repeat(Math.ceil(length / 2)).slice(0, length)]];
  const shaft = "-".repeat(Math.max(0, length - 1));
  if (kind === "lost") return [[middle, `${shaft.slice(0, length / 2)}x`.padEnd(length)]];
  return [[middle, to > from ? `${shaft}>` : `<${shaft}`]];
};

/** Where things lie across a line of text. */
class Page {
  readonly column: number;
  readonly #count: number;

  constructor(count: number, column: number) {
    this.#count = count;
    this.column = column;
  }

  centre(lifeline: number): number {
    return margin + lifeline * this.column + Math.floor(this.column / 2);
  }

  lifelines(): string {
    return this.over([]).trimEnd();
  }

  /** Pieces by their middles, over the lifelines. */
  over(pieces: readonly Piece[], first = ""): string {
    const bars = Array.from({ length: this.#count }, (_, at): Piece => [this.centre(at), "|"]);
    return this.line([...bars, ...pieces], first);
  }

  line(pieces: readonly Piece[], first = ""): string {
    const width = margin + this.#count * this.column;
    const cells = Array.from(first.padEnd(width));
    for (const [middle, text] of pieces) {
      const signs = Array.from(text);
      const start = Math.max(
        margin,
        Math.min(width - signs.length, Math.round(middle - (signs.length - 1) / 2)),
      );
      for (const [at, sign] of signs.entries()) cells[start + at] = sign;
    }
    return cells.join("");
  }
}
