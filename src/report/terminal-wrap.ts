/** Wraps at words; lines after the first are indented by `indent` columns. A word longer than a line stays whole. */
export const wrapped = (text: string, width: number, indent = 0): string[] => {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const room = lines.length === 0 ? width : width - indent;
    if (line !== "" && shown(line).length + 1 + shown(word).length > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((each, at) => (at === 0 ? each : " ".repeat(indent) + each));
};

/** What of a text takes up room: without the codes for colours. */
export const shown = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replaceAll(/\u001b\[\d+m/g, "");

/** Filled with spaces up to a width, colours not counted. */
export const padded = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - shown(text).length));
