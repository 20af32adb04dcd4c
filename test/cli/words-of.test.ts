import { rmSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { wordsOf } from "../../src/cli/project/index.ts";
import { invariantsOf } from "../../src/search/index.ts";
import { promises } from "../models/project.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Another project's vocabulary stands first in the order of names, with a fact of the same name. */
const files = {
  "aside.ts": `export const { noun } = vocabulary<{ posted: { stamp: number } }>();\n`,
  "words.ts": `interface Facts {
  /** A letter was handed in. */
  posted: { message: string };
  arrived: { message: string };
}
export const { noun } = vocabulary<Facts>();
`,
  "nouns.ts": `import { noun } from "./words.ts";
const post = noun({ of: "arrived", says: "it arrives" });
const bag = noun({ of: "posted", says: "it is in the bag", when: ({ message }) => message !== "post" });
`,
};

const digests = (changed: Partial<typeof files> = {}): Readonly<Record<string, string>> => {
  const folder = mkdtempSync(join(tmpdir(), "sealcheck-words-"));
  folders.push(folder);
  for (const [name, text] of Object.entries({ ...files, ...changed }))
    writeFileSync(join(folder, name), text);
  const [invariant] = invariantsOf(promises).filter(({ id }) => id === "SV.a");
  const bag = { of: ["posted"], places: [{ file: join(folder, "nouns.ts"), line: 3 }] };
  return wordsOf()({ ...invariant!, nouns: { bag } } as unknown as typeof invariant & object);
};

const changedBy = (changed: Partial<typeof files>): string[] => {
  const [before, after] = [digests(), digests(changed)];
  return Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
};

test.each<[string, Partial<typeof files>, readonly string[]]>([
  [
    "a fact that a noun speaks of, although another vocabulary has one of that name",
    { "words.ts": files["words.ts"].replace("posted: { message", "posted: { to: string; message") },
    ["fact posted"],
  ],
  [
    "nothing, where that other vocabulary changes",
    { "aside.ts": files["aside.ts"].replace("number", "string") },
    [],
  ],
  [
    "nothing, where a noun changes whose name the other has only in quotes",
    { "nouns.ts": files["nouns.ts"].replace("it arrives", "it comes") },
    [],
  ],
  ["what the noun asks", { "nouns.ts": files["nouns.ts"].replace("!==", "===") }, ["bag"]],
  [
    "nothing, where a comment does",
    { "words.ts": files["words.ts"].replace("handed in", "handed over") },
    [],
  ],
])("the words of an invariant change by %s", (_, changed, expected) => {
  expect(digests()).not.toEqual({});
  expect(changedBy(changed)).toEqual(expected);
});
