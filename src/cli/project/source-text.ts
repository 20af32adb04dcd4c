/**
 * The text of a call, from the first bracket that opens in a line up to the one that closes it; undefined where none
 * opens.
 */
export const callAt = (text: string, line: number): string | undefined => {
  const from = text
    .split("\n")
    .slice(0, line - 1)
    .join("\n").length;
  const open = text.indexOf("(", from);
  if (open < 0) return undefined;
  const start = text.lastIndexOf("\n", open) + 1;
  return plainText(text.slice(start, endOf(text, open))).replace(/^export /, "");
};

/** A member of a type that a file declares: the text of its own type, up to the semicolon. */
export const memberIn = (text: string, name: string): string | undefined => {
  const member = new RegExp(`[{;](?:readonly )?${name}\\??:`);
  for (const statement of statementsIn(text).filter((one) => declaresTypes.test(one))) {
    const found = member.exec(statement);
    if (!found) continue;
    const from = found.index + found[0].length;
    return statement.slice(from, endOf(statement, from));
  }
  return undefined;
};

/** Everything that a file declares at its top, by name. */
export const declarationsIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    statementsIn(text).flatMap((statement) => {
      const name = declared.exec(statement)?.[1];
      return name ? [[name, statement]] : [];
    }),
  );

/** The statements of a file, without comments and however they are laid out. */
const statementsIn = (text: string): string[] => {
  const starts = [...text.matchAll(/^(?=\S)(?![)}\]])/gm)].map(({ index }) => index);
  return starts.map((start, at) =>
    plainText(text.slice(start, starts[at + 1])).replace(/^export /, ""),
  );
};

const declaresTypes = /^interface |^type |= vocabulary</;

const declared =
  /^(?:async )?(?:const|let|function|class|interface|type|enum) (\w+)(?! = vocabulary\b)/;

/** Where names come from: the files that a text imports from, as they stand in it, by the name in use. */
export const importsOf = (text: string): ReadonlyMap<string, { from: string; name: string }> => {
  const found = new Map<string, { from: string; name: string }>();
  for (const [, names = "", from = ""] of text.matchAll(
    /^import (?:type )?\{([^}]*)\} from "(\.[^"]+)";/gm,
  ))
    for (const each of names.split(",")) {
      const [name, as = name] = each
        .replace(/\btype /, "")
        .trim()
        .split(" as ");
      if (name && as) found.set(as, { from, name });
    }
  return found;
};

/** Where a value ends that begins here: after its last bracket, or before the semicolon or comma that follows it. */
const endOf = (text: string, from: number): number => {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at]!;
    if ("\"'`".includes(sign)) at = text.indexOf(sign, at + 1);
    else if (text.startsWith("//", at)) at = text.indexOf("\n", at);
    else if ("([{".includes(sign)) depth++;
    else if (")]}".includes(sign)) {
      if (--depth === 0 && sign === ")") return at + 1;
    } else if (sign === ";" && depth === 0) return at;
    if (at < 0) break;
  }
  return text.length;
};

/** A text without comments, and with no more space than it needs. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/\/\*[^]*?\*\//g, " ")
    .replaceAll(/(^|\s)\/\/[^\n]*/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ?([(){}[\],;:]) ?/g, "$1")
    .replaceAll(/,(?=[)}\]])/g, "")
    .trim();
