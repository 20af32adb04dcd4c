import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import type { Place } from "../../mistake.ts";
import type { Invariant } from "../../promise/index.ts";
import { textIn } from "../files.ts";
import type { Project } from "./project.ts";
import { callAt, declarationsIn, importsOf, memberIn } from "./source-text.ts";

/**
 * A digest of the code behind an invariant, by name: its nouns as they are declared, the types of the facts that they speak of, and
 * whatever of the project these lean on. Where it stands and how it is laid out make no difference, nor do comments; so
 * it changes when the meaning may have changed, and not when a file was moved.
 */
export const wordsOf = (project: Pick<Project, "sources">) => {
  const files = new Map<string, File>();
  const fileAt = (path: string): File => {
    const known = files.get(path) ?? read(path);
    files.set(path, known);
    return known;
  };
  return (invariant: Invariant): Readonly<Record<string, string>> => {
    const words = new Map<string, string>();
    const lean = (text: string, file: string): void => {
      for (const [name] of text.matchAll(/[A-Za-z_$][\w$]*/g)) follow(name, file);
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
    for (const type of new Set(Object.values(invariant.nouns).flatMap(({ of }) => of)))
      for (const path of project.sources) {
        const text = memberIn(fileAt(path).text, type);
        if (text === undefined) continue;
        words.set(`fact ${type}`, text);
        lean(text, path);
        break;
      }
    const inOrder = [...words].toSorted(([left], [right]) => (left < right ? -1 : 1));
    return Object.fromEntries(inOrder.map(([name, text]) => [name, digest(text)]));
  };
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
