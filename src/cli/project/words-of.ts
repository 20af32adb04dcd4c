import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import type { Place } from "../../mistake.ts";
import type { Invariant } from "../../promise/index.ts";
import { textIn } from "../files.ts";
import { callAt, declarationsIn, importsOf, memberIn } from "./source-text.ts";

/**
 * A digest of the code behind an invariant, by name: its nouns as they are declared, the types of the facts that they
 * speak of, in the vocabulary that they come from, and whatever of the project these lean on. Where it stands and how it is laid out make no difference, nor do comments; so
 * it changes when the meaning may have changed, and not when a file was moved.
 */
export const wordsOf = () => {
  const files = new Map<string, File>();
  const fileAt = (path: string): File => {
    const known = files.get(path) ?? read(path);
    files.set(path, known);
    return known;
  };
  return (invariant: Invariant): Readonly<Record<string, string>> => {
    const words = new Map<string, string>();
    const lean = (text: string, file: string): void => {
      // What stands in quotes is no name, although something else may have it for one.
      for (const [name] of text.replaceAll(/"[^"]*"/g, '""').matchAll(/[A-Za-z_$][\w$]*/g))
        follow(name, file);
    };
    const follow = (name: string, file: string): void => {
      const { declarations, imports } = fileAt(file);
      const imported = imports.get(name);
      if (imported) return follow(imported.name, join(dirname(file), imported.from));
      const text = declarations.get(name);
      if (text === undefined || words.get(name) === text) return;
      words.set(name, text);
      lean(text, file);
    };
    const add = (name: string, { file, line }: Place): void => {
      const text = callAt(fileAt(file).text, line);
      if (text === undefined) return;
      const own = /^const (\w+) = /.exec(text)?.[1];
      words.set(name, own ?? text);
      lean(own ?? text, file);
    };
    for (const [role, { places }] of Object.entries(invariant.nouns))
      for (const [at, place] of places.entries())
        add(places.length > 1 ? `${role} ${at + 1}` : role, place);
    if (invariant.rule.kind === "audience" && invariant.place) add("audience", invariant.place);
    for (const { of, places } of Object.values(invariant.nouns))
      for (const type of of) {
        const found = factIn(
          importedFrom(
            places.map(({ file }) => file),
            fileAt,
          ),
          type,
          fileAt,
        );
        if (!found) continue;
        words.set(`fact ${type}`, found.text);
        lean(found.text, found.file);
      }
    const inOrder = [...words].toSorted(([left], [right]) => (left < right ? -1 : 1));
    return Object.fromEntries(inOrder.map(([name, text]) => [name, digest(text)]));
  };
};

type FileAt = (path: string) => File;

/** Some files and all that they import, nearest first: several vocabularies may have a fact of one name. */
const importedFrom = (files: readonly string[], fileAt: FileAt): ReadonlySet<string> => {
  const reached = new Set(files);
  for (const file of reached)
    for (const { from } of fileAt(file).imports.values()) reached.add(join(dirname(file), from));
  return reached;
};

/** The type of a fact, as the first of these files declares it. */
const factIn = (
  files: ReadonlySet<string>,
  type: string,
  fileAt: FileAt,
): { readonly text: string; readonly file: string } | undefined => {
  for (const file of files) {
    const text = memberIn(fileAt(file).text, type);
    if (text !== undefined) return { text, file };
  }
  return undefined;
};

/** Enough to tell that a text has changed; what has changed, the history of its file tells. */
const digest = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 12);

interface File {
  readonly text: string;
  readonly declarations: ReadonlyMap<string, string>;
  readonly imports: ReturnType<typeof importsOf>;
}

const read = (path: string): File => {
  const text = textIn(path) ?? "";
  return { text, declarations: declarationsIn(text), imports: importsOf(text) };
};
