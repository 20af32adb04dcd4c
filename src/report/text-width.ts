/** Widths of characters at a font size of 1, as wide sans-serif fonts have them: nobody can measure here. */
const narrow = /[ijlftr.,:;|'!()[\]{} ]/;
const wide = /[mwMW@—→%]/;
const broad = /[A-Z0-9_<>=+]/;
const full = /[\u1100-\u{1ffff}]/u;

/** About how wide a text is, in pixels. */
export const textWidth = (text: string, size: number): number => {
  let ems = 0;
  for (const sign of text) {
    if (full.test(sign)) ems += 1;
    else if (narrow.test(sign)) ems += 0.37;
    else if (wide.test(sign)) ems += 0.98;
    else ems += broad.test(sign) ? 0.7 : 0.62;
  }
  return Math.ceil(ems * size);
};

/** A text in lines that are about so wide at most; a word that is too long is cut. */
export const linesWithin = (text: string, size: number, width: number): string[] => {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((one) => piecesOf(one, size, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
};

const piecesOf = (word: string, size: number, width: number): string[] => {
  if (textWidth(word, size) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const sign of word) {
    if (piece !== "" && textWidth(piece + sign, size) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += sign;
  }
  return [...pieces, piece];
};
