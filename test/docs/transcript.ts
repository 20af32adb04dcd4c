/** A command of a console block and what it is said to print. */
export interface Exchange {
  readonly command: string;
  readonly output: readonly string[];
}

/**
 * Reads a console block: `$ command` lines, each followed by its output. A command that ends in a backslash goes on in
 * the next line.
 */
export const exchangesIn = (text: string): readonly Exchange[] => {
  const exchanges: { command: string; output: string[] }[] = [];
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const last = exchanges.at(-1);
    if (last?.command.endsWith("\\") && last.output.length === 0) last.command += `\n${line}`;
    else if (line.startsWith("$ ")) exchanges.push({ command: line.slice(2), output: [] });
    else if (last) last.output.push(line);
    else throw new Error("a console block starts with a command: `$ …`");
  }
  return exchanges;
};

export const transcript = (exchanges: readonly Exchange[]): string =>
  exchanges.map(({ command, output }) => [`$ ${command}`, ...output, ""].join("\n")).join("");

/** Durations, rates and sizes differ from run to run; told documents and real output are compared without them. */
const measured =
  /\b\d[\d.,]*(?:\s?[kMG](?=\s))?\s?(?:(?:[a-z]+\/s|per second|ms|min|seconds?|s|kB|MB|GB)\b)/g;

const plain = (line: string): string =>
  line.replaceAll(measured, "‹measured›").replaceAll(/\s+/g, " ").trimEnd();

/**
 * Whether output is as told. `…` within a line stands for anything in it; a line of `…` alone stands for any number of
 * lines. Runs of spaces count as one, since a measured number may change a column's width.
 */
export const agrees = (told: readonly string[], real: readonly string[]): boolean => {
  const [first, ...rest] = trimmed(told);
  const lines = trimmed(real);
  if (first === undefined) return lines.length === 0;
  if (first.trim() === "…")
    return lines.some((_, from) => agrees(rest, lines.slice(from))) || agrees(rest, []);
  const [head, ...tail] = lines;
  if (head === undefined) return false;
  const pattern = plain(first).split("…").map(RegExp.escape).join(".*");
  return new RegExp(`^${pattern}$`).test(plain(head)) && agrees(rest, tail);
};

/** Without blank lines at the end, which a document cannot show well. */
const trimmed = (lines: readonly string[]): readonly string[] =>
  lines.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1);
