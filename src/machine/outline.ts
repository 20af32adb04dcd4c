/** A key of an object literal in a source text, with the keys of its own literal, if it has one. */
export interface Key {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** The text after the colon up to the end of the line, e.g. `"ana",`. */
  readonly value: string;
  readonly keys: Key[];
}

const blank = /\s+|\/\/[^\n]*|\/\*[^]*?\*\//y;
const quoted = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[^]|[^`\\])*`/y;
const regex = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;
const key = /(?:"([^"\n]+)"|'([^'\n]+)'|([\w$]+))\s*\??:(?!:)/y;
const word = /[\w$]+/y;

interface Bracket {
  /** Where keys that follow belong to. */
  readonly keys: Key[];
  /** The key whose value is being read. */
  reading: Key | undefined;
}

/**
 * The object literals of a JavaScript or TypeScript text as a forest of keys. It is an outline, not a parser: literals
 * in calls and lists belong to the key before them, and blocks and types come along as if they were literals, which
 * does no harm to whoever looks for a chain of keys.
 */
export const outline = (text: string): readonly Key[] => {
  const forest: Key[] = [];
  const brackets: Bracket[] = [{ keys: forest, reading: undefined }];
  let at = 0;
  let keyMayFollow = false;
  let regexMayFollow = true;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at += match[0].length;
    return match;
  };
  while (at < text.length) {
    if (take(blank)) continue;
    const bracket = brackets.at(-1)!;
    const from = at;
    const found = keyMayFollow ? take(key) : null;
    if (found) {
      const name = (found[1] ?? found[2] ?? found[3])!;
      const value = /.*/.exec(text.slice(at))![0].trim();
      bracket.reading = { name, line: lineAt(text, from), value, keys: [] };
      bracket.keys.push(bracket.reading);
    } else if (!take(quoted) && !(regexMayFollow && take(regex)) && !take(word)) {
      const sign = text[at++]!;
      if ("{([".includes(sign))
        brackets.push({ keys: (bracket.reading ?? bracket).keys, reading: undefined });
      else if ("})]".includes(sign) && brackets.length > 1) brackets.pop();
      else if (",;".includes(sign)) bracket.reading = undefined;
      keyMayFollow = "{,".includes(sign);
      regexMayFollow = !"})]".includes(sign);
      continue;
    }
    keyMayFollow = false;
    regexMayFollow = found !== null;
  }
  return forest;
};

const lineAt = (text: string, at: number): number => text.slice(0, at).split("\n").length;
