import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../imports.ts";
import { libraryProject } from "./library-project.ts";
import { startSealcheck, type Outcome } from "./sealcheck.ts";

const sealcheck = (folder: string, args: readonly string[]): Promise<Outcome> =>
  startSealcheck(folder, args).ended;

const calm = "scenarios/lending/calm.ts";
const borrower = "models/borrower.ts";
const promises = "models/promises.ts";
const protocols = "models/protocols.ts";

/** A change to one file of the library, what must be said of it, and the text of the line that must be named. */
const mistakes: readonly (readonly [string, string, string | RegExp, string, RegExp, string])[] = [
  ["a misspelt party", calm, "ana: [", "anna: [", /"anna" may do something/, "scenario({"],
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
  ["an unknown promise", calm, '"L2"', '"L22"', /is about "L22".*does not exist/, "scenario({"],
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
    "a misspelt move in an example",
    calm,
    'about: ["L1"',
    'examples: {\n    "open-slips": [\n      ["ana user.aks"],\n    ],\n  },\n  about: ["L1"',
    /an example of .*"ana user.aks", .*not possible[^]*did you mean ana user.ask/,
    "user.aks",
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
    "a promise over a fact that nobody states",
    promises,
    'noun({ of: "handed"',
    'noun({ of: "given" as "handed"',
    /speaks of the fact "given", which nothing states/,
    "service = promise({",
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
    "a guard of chance",
    borrower,
    '"net.book": { actions: "take" }',
    '"net.book": { actions: "take", guard: () => Math.random() < 2 }',
    /Math\.random/,
    '"net.book"',
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
    "a sender that cannot make what it sends",
    borrower,
    "encrypt(wax, carried)",
    "encrypt(wax, body(`forged by ${owner}`, carried.about))",
    /ana sends .*forged.*which ana cannot derive/,
    "borrower = part",
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
    "a ledger that lacks a statement",
    promises,
    "    S2: {",
    "    S22: {",
    /L2 answers to statement S2 .*not exist/,
    "ledger({",
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
    "something that never comes up and does not exist",
    borrower,
    "  intents: {",
    '  never: {\n    "reading net.bok": "books come by hand",\n  },\n  intents: {',
    /says that "reading net.bok" never comes up, .*\n.*\n {2}why: .*reading net.book/,
    '"reading net.bok"',
  ],
  [
    "something that never comes up, for no reason",
    borrower,
    "  intents: {",
    '  never: { "reading net.book": " " },\n  intents: {',
    /says that "reading net.book" never comes up, and not why/,
    "never",
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
    "an import of what is not exported",
    borrower,
    "{ states }",
    "{ statse as states }",
    /no.*export named 'statse'/,
    "statse",
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
    "a file that throws",
    borrower,
    /$/,
    'throw new Error("oh dear");\n',
    /fails as it loads: oh dear/,
    "oh dear",
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

describe.concurrent("a mistake in a project is told with its place, and nothing is searched", async () => {
  test.each(mistakes)("%s", async (_, file, from, to, said, line) => {
    using library = libraryProject();
    const before = readFileSync(join(library.folder, file), "utf8");
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    const path = library.write(file, after);
    const { status, out, err } = await sealcheck(library.folder, ["run", "--runs", "50"]);
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
  });

  test("each mistake is told once, however many scenarios meet it", async () => {
    using library = libraryProject();
    const file = join(library.folder, borrower);
    const text = readFileSync(file, "utf8");
    library.write(borrower, text.replace("slip: carried.label", "slip: [carried][1]!.label"));
    const { err } = await sealcheck(library.folder, ["run", "--runs", "50"]);
    expect(err.match(/a model fails/g)).toHaveLength(1);
  });
});

describe.concurrent("a folder that is no project", async () => {
  test.each([
    ["without scenarios", "scenarios", /there is no folder .*scenarios/],
    ["without models", "models", /there is no folder .*models/],
  ])("%s", async (_, folder, said) => {
    using library = libraryProject();
    rmSync(join(library.folder, folder), { recursive: true });
    expect(await sealcheck(library.folder, ["run"])).toMatchObject({
      status: 2,
      out: "",
      err: expect.stringMatching(said) as string,
    });
  });

  test.each([
    [
      "with no scenario in it",
      `{ "scenarios": "node_modules/xstate/dist" }`,
      /there is no scenario/,
    ],
    ["with a configuration that is no JSON", `{ "models": }`, /not a JSON object\n {2}at .*:1\n/],
    ["with an unknown setting", `{\n  "model": "models"\n}`, /no "model"\n {2}at .*:2\n.*models/],
    [
      "with a setting that is no folder's name",
      `{ "models": 3 }`,
      /"models" .* is 3\n {2}at .*:1\n/,
    ],
    [
      "with a folder that is not there",
      `{\n\n"models": "modles" }`,
      /no folder .*modles\n {2}at .*:3\n/,
    ],
  ])("%s", async (_, configuration, said) => {
    using library = libraryProject();
    rmSync(join(library.folder, "scenarios"), { recursive: true });
    library.write("scenarios/empty.ts", "export {};\n");
    const text = configuration.replace("node_modules/xstate/dist", "scenarios");
    library.write("sealcheck.config.json", text);
    const { status, out, err } = await sealcheck(library.folder, ["run"]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(said);
  });

  test("where a file among the scenarios holds none, unless another one imports it", async () => {
    using library = libraryProject();
    library.write("scenarios/names.ts", 'export const ana = "ana";\n');
    const idle = await sealcheck(library.folder, ["list"]);
    expect([idle.status, idle.out]).toEqual([2, ""]);
    expect(idle.err).toMatch(/among the scenarios and exports none\n {2}at .*names\.ts:1\n/);
    const text = readFileSync(join(library.folder, calm), "utf8");
    const importing = `import { ana } from "../names.ts";\n${text.replace('["ana"]', "[ana]")}`;
    library.write(calm, importing);
    expect((await sealcheck(library.folder, ["list"])).status).toBe(0);
  });

  test("where two scenarios have one name, or one file has two", async () => {
    using library = libraryProject();
    const text = readFileSync(join(library.folder, calm), "utf8");
    library.write("scenarios/lending/calm.js", text.replaceAll(".ts", ".ts"));
    const twins = await sealcheck(library.folder, ["list"]);
    expect([twins.status, twins.out]).toEqual([2, ""]);
    expect(twins.err).toMatch(
      /two scenarios are called "lending\/calm"\n {2}at .*calm\.[jt]s:\d+\n/,
    );
    rmSync(join(library.folder, "scenarios/lending/calm.js"));
    library.write(
      calm,
      `${text}\nexport const other = scenario({ says: "Another.", protocols: [openSlips], cast: { borrowers: [] }, mayDo: {}, bound: { moves: 1 } });\n`,
    );
    expect((await sealcheck(library.folder, ["list"])).err).toMatch(/exports 2 scenarios/);
  });
});

describe.concurrent("a mistake on the command line", async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [["rnu"], /"rnu"[^]*\brun\b/],
    [["run", "--rnus", "3"], /--rnus[^]*--runs/],
    [["run", "--runs", "-5"], /--runs[^]*at least 1/],
    [["run", "--runs", "0"], /--runs[^]*at least 1/],
    [["run", "--runs", "many"], /--runs/],
    [["run", "--seed", "1.5"], /--seed/],
    [["run", "--workers", "0"], /--workers/],
    [["run", "--time", "-1"], /--time/],
    [["selftest", "--steps", "0"], /--steps/],
    [["replay"], /trace/],
  ];
  test.each(cases)("%j", async (args, said) => {
    const { status, out, err } = await sealcheck(root, args);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(said);
  });
});

describe.concurrent("a name that does not exist is answered with the nearest", async () => {
  test.each([
    [["run", "lending/clam"], /no scenario "lending\/clam"\n.*lending\/calm/],
    [["run", "lendign"], /no scenario "lendign"/],
    [["run", "--protocol", "open-slpis"], /no protocol "open-slpis"\n.*open-slips/],
    [["explain", "L1.aa"], /no promise, invariant or scenario "L1.aa"\n.*L1\.a/],
    [["selftest", "neighbors"], /no scenario "neighbors"\n.*neighbours/],
    [["replay", "sc1.broken"], /not a replay token/],
    [["replay", "models/promises.ts"], /this file holds no trace/],
  ])("%j", async (args, said) => {
    using library = libraryProject();
    const { status, out, err } = await sealcheck(library.folder, args);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(said);
  });
});
