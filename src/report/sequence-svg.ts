import { linesWithin, textWidth } from "./text-width.ts";
import type { Sequence, SequenceRow } from "./sequence.ts";

const column = 150;
const margin = 44;
const size = 12;
const leading = 15;

const ink = "#1d2126";
const colours = { reads: "#4d5761", forbidden: "#b3261e", holds: "#6f7a84" } as const;

/** A sequence diagram as a picture of its own: no style sheet, no script. */
export const sequenceSvg = ({ lifelines, rows }: Sequence): string => {
  const centre = (at: number): number => margin + column * at + column / 2;
  const width = 2 * margin + column * lifelines.length;
  const heads = lifelines.map(({ name }) => linesWithin(name, size, column - 24));
  const head = 16 + leading * Math.max(1, ...heads.map((lines) => lines.length));
  const drawn: string[] = [];
  let y = head + 24;
  for (const row of rows) {
    const { height, parts } = rowPicture(row, y, centre);
    drawn.push(...parts);
    y += height;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y + 12}" viewBox="0 0 ${width} ${y + 12}" font-family="system-ui, sans-serif" font-size="${size}">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...lifelines.flatMap((_, at) => [
      `<path d="M${centre(at)} ${head}V${y}" stroke="#c9c4ba" stroke-dasharray="3 4"/>`,
      `<rect x="${centre(at) - column / 2 + 6}" y="4" width="${column - 12}" height="${head - 4}" rx="6" fill="#f4f1ea" stroke="#cfc9bd"/>`,
      ...textLines(heads[at]!, centre(at), 4 + (head - 4) / 2, "middle", ink),
    ]),
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
};

const rowPicture = (
  { step, from, to, kind, label, messages, readings, breaks }: SequenceRow,
  y: number,
  centre: (at: number) => number,
): { height: number; parts: string[] } => {
  const [x1, x2] = [centre(from), centre(to)];
  const told = [label, ...messages.map((message) => `“${message}”`)].filter(Boolean).join(" ");
  const span = Math.max(column, Math.abs(x2 - x1)) - 20;
  const lines = linesWithin(told, size, span);
  const tall = lines.length * leading;
  const line = y + tall + 10;
  const colour = breaks ? colours.forbidden : ink;
  const middle = from === to ? x1 : (x1 + x2) / 2;
  const height = tall + 22 + (readings.length > 0 ? 18 : 0) + 12;
  const shape =
    kind === "alone" || from === to
      ? `<circle cx="${x1}" cy="${line}" r="4" fill="${colour}"/>`
      : kind === "everywhere"
        ? `<path d="M${x1} ${line}H${x2}" stroke="${colour}" stroke-dasharray="2 4"/>`
        : arrow(x1, x2, line, colour, kind === "lost");
  return {
    height,
    parts: [
      ...(breaks
        ? [`<rect x="0" y="${y - 4}" width="100%" height="${height - 4}" fill="#fbeae8"/>`]
        : []),
      `<text x="12" y="${line + 4}" fill="#6a737c">${step.number}</text>`,
      ...textLines(lines, middle, y + tall / 2, "middle", colour),
      shape,
      ...readings.map(
        ({ lifeline, by, reading }) =>
          `<text x="${centre(lifeline)}" y="${line + 20}" text-anchor="middle" font-size="10" fill="${colours[reading]}"${reading === "forbidden" ? ' font-weight="700"' : ""}>${escaped(readingWords(by, reading))}</text>`,
      ),
    ],
  };
};

const readingWords = (by: string, reading: keyof typeof colours): string => {
  const shown = textWidth(by, 10) > 90 ? `${by.slice(0, 12)}…` : by;
  return reading === "holds"
    ? `${shown}: locked`
    : reading === "reads"
      ? `${shown} reads`
      : `${shown} reads!`;
};

const arrow = (x1: number, x2: number, y: number, colour: string, lost: boolean): string => {
  const way = Math.sign(x2 - x1);
  const end = lost ? (x1 + x2) / 2 : x2 - way * 2;
  const tip = lost
    ? `M${end - 5} ${y - 5}l10 10M${end + 5} ${y - 5}l-10 10`
    : `M${end} ${y}l${-way * 8} -4.5v9Z`;
  return `<path d="M${x1} ${y}H${end}" stroke="${colour}" stroke-width="1.4"/><path d="${tip}" fill="${lost ? "none" : colour}" stroke="${colour}"/>`;
};

const textLines = (
  lines: readonly string[],
  x: number,
  middle: number,
  anchor: string,
  fill: string,
): string[] =>
  lines.map(
    (line, at) =>
      `<text x="${x}" y="${middle + (at - (lines.length - 1) / 2) * leading + 4}" text-anchor="${anchor}" fill="${fill}">${escaped(line)}</text>`,
  );

const escaped = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, "\u{fffd}")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
