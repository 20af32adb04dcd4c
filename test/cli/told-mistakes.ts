import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { libraryProject } from "./library-project.ts";
import { startSealcheck } from "./sealcheck.ts";

export const calm = "scenarios/lending/calm.ts";
export const borrower = "models/borrower.ts";
const promises = "models/promises.ts";
const protocols = "models/protocols.ts";

/** A change to one file of the library, what must be said of it, and the text of the line that must be named. */
export type ToldMistake = readonly [
  what: string,
  file: string,
  from: string | RegExp,
  to: string,
  said: RegExp,
  line: string,
];

/** One of each kind: what each check of a project finds first. */
export const mistakes: readonly ToldMistake[] = [
  ["a misspelt party", calm, "ana: [", "anna: [", /"anna" may do something/, "scenario({"],
  ["an unknown promise", calm, '"L2"', '"L22"', /is about "L22".*does not exist/, "scenario({"],
  [
    "a misspelt move in an example",
    calm,
    'about: ["L1"',
    'examples: {\n    "open-slips": [\n      ["ana user.aks"],\n    ],\n  },\n  about: ["L1"',
    /an example of .*"ana user.aks", .*not possible[^]*did you mean ana user.ask/,
    "user.aks",
  ],
  [
    "a promise over a fact that nobody states",
    promises,
    'noun({ of: "handed"',
    'noun({ of: "given" as "handed"',
    /speaks of the fact "given", which nothing states/,
    "service = promise({",
  ],
  [
    "a guard of chance",
    borrower,
    '"net.book": { actions: "take" }',
    '"net.book": { actions: "take", guard: () => Math.random() < 2 }',
    /Math\.random/,
    '"net.book"',
  ],
  [
    "a sender that cannot make what it sends",
    borrower,
    "encrypt(wax, carried)",
    "encrypt(wax, body(`forged by ${owner}`, carried.about))",
    /ana sends .*forged.*which ana cannot derive/,
    "borrower = part",
  ],
  [
    "a ledger that lacks a statement",
    promises,
    "    S2: {",
    "    S22: {",
    /L2 answers to statement S2 .*not exist/,
    "ledger({",
  ],
  [
    "something that never comes up and does not exist",
    borrower,
    "  intents: {",
    '  never: {\n    "reading net.bok": "books come by hand",\n  },\n  intents: {',
    /says that "reading net.bok" never comes up, .*\n.*\n {2}why: .*reading net.book/,
    '"reading net.bok"',
  ],
  ["a syntax error", borrower, "export const wax", "export cnst wax", /cannot be read/, "cnst"],
  [
    "an import of nothing",
    borrower,
    "./words.ts",
    "./wrods.ts",
    /Cannot find module/,
    "./wrods.ts",
  ],
  [
    "a transition to nowhere",
    borrower,
    '"net.book": { actions',
    '"net.book": { target: "nowhere", actions',
    /Child state 'nowhere' does not exist/,
    "createMachine({",
  ],
  [
    "a file that ends everything",
    borrower,
    /$/,
    "process.exit(0);\n",
    /does not finish loading/,
    "import",
  ],
  [
    "wiring that throws",
    borrower,
    "slip: carried.label",
    "slip: [carried][1]!.label",
    /a model fails in scenario/,
    "[carried][1]",
  ],
  [
    "two protocols of one name",
    protocols,
    /"sealed-slips",/,
    '"open-slips",',
    /two protocols are called "open-slips"/,
    "protocol<Cast>({",
  ],
];

export const moreMistakes: readonly ToldMistake[] = [
  [
    "an unknown event",
    calm,
    "user.ask",
    "user.aks",
    /"user.aks".*no.* such an intent/,
    "scenario({",
  ],
  ["a negative bound", calm, "slips: 2", "slips: -2", /the bound "slips" is -2/, "scenario({"],
  ["a missing bound", calm, ", slips: 2", "", /sets no bound "slips"/, "scenario({"],
  [
    "an expectation of nothing known",
    calm,
    '"L1.a": breaks',
    '"L1.aa": breaks',
    /expects something of "L1.aa"/,
    "scenario({",
  ],
  [
    "an unknown protocol",
    calm,
    '"open-slips":',
    '"open-slip":',
    /speaks of protocol "open-slip"/,
    "scenario({",
  ],
  [
    "an example that goes on after its end",
    calm,
    'about: ["L1"',
    'examples: { "open-slips": [["ana user.ask", "ana user.ask", "ana user.ask"]] },\n  about: ["L1"',
    /an example of .*"ana user.ask", which is not possible there under open-slips/,
    "user.ask",
  ],
  [
    "a ledger that names no promise",
    promises,
    'checkedBy: ["L3.a"]',
    'checkedBy: ["L4.a"]',
    /statement S3 of the ledger names "L4.a"/,
    "ledger({",
  ],
  [
    "a noun of chance",
    promises,
    'noun({ of: "handed", says',
    'noun({ of: "handed", when: () => Math.random() < 2, says',
    /calls Math\.random\(\)/,
    "Math.random",
  ],
  [
    "a composition with two parts of one name",
    protocols,
    "shelf.as(\n              `shelf/${name}`",
    "shelf.as(\n              name",
    /two parts called "ana"/,
    "compose(",
  ],
  [
    "an invoked actor",
    borrower,
    'initial: "reading"',
    'initial: "reading", invoke: { src: "porter" }',
    /invokes an actor/,
    "borrower = part",
  ],
  [
    "something that never comes up, for no reason",
    borrower,
    "  intents: {",
    '  never: { "reading net.book": " " },\n  intents: {',
    /says that "reading net.book" never comes up, and not why/,
    "never",
  ],
  [
    "an import of what is not exported",
    borrower,
    "{ states }",
    "{ statse as states }",
    /no.*export named 'statse'/,
    "statse",
  ],
  [
    "a file that throws",
    borrower,
    /$/,
    'throw new Error("oh dear");\n',
    /fails as it loads: oh dear/,
    "oh dear",
  ],
  [
    "two promises of one name",
    promises,
    'id: "L2"',
    'id: "L1"',
    /two promises are called "L1"/,
    "= promise({",
  ],
  [
    "two invariants of one name",
    promises,
    '"L2.b": possible',
    '"L1.a": possible',
    /two invariants are called "L1.a"/,
    "= promise({",
  ],
];

/** A mistake is told with its place, and nothing is searched. */
export const mustBeTold = async ([, file, from, to, said, line]: ToldMistake): Promise<void> => {
  using library = libraryProject();
  const before = readFileSync(join(library.folder, file), "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  const path = library.write(file, after);
  const { status, out, err } = await startSealcheck(library.folder, ["run", "--runs", "50"]).ended;
  expect([status, out]).toEqual([2, ""]);
  expect(err).toMatch(said);
  const places = [...err.matchAll(/^ {2}at (.*):(\d+)$/gm)];
  const named = places.map(([, where, number]) => [
    where,
    after.split("\n")[Number(number) - 1] ?? "",
  ]);
  expect(named.length).toBeGreaterThan(0);
  for (const [where, text] of named) {
    expect(where).toBe(path);
    expect(text).toContain(line);
  }
};
