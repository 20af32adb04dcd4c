import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { libraryProject } from "../cli/library-project.ts";
import { sealcheck } from "../cli/sealcheck.ts";
import { root } from "../imports.ts";
import type { UserProject } from "../user-project.ts";

/** A scenario of the library, under one protocol. */
const scenario = (protocol: "openSlips" | "sealedSlips", rest: string): string => `
import { breaks, scenario } from "sealcheck";
import { ${protocol} } from "../models/protocols.ts";

export default scenario({
  says: "Ana borrows a book.",
  protocols: [${protocol}],
  cast: { borrowers: ["ana"] },
  mayDo: { ana: ["user.ask"] },
  bound: { moves: 4, slips: 1 },
  ${rest}
});
`;

const all = `["../models/**/*.ts", "../scenarios/**/*.ts"]`;

const testFile = (glob: string, eager = true): string => `
import { testScenarios } from "sealcheck/vitest";
testScenarios(import.meta.glob(${glob}, { eager: ${eager} }), { seed: 7, runs: 900 });
`;

let library: UserProject;
/** Per test, "" where it passed, and otherwise what it said. */
let tests: ReadonlyMap<string, string>;
/** Files that declare no test because something is wrong with them. */
let refused: ReadonlyMap<string, string>;

interface Results {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** The library, with scenarios that do not turn out as they say, under the test runner of its own. */
beforeAll(() => {
  library = libraryProject();
  const about = (id: string): string => `about: ["${id}"],`;
  library.write("scenarios/read.ts", scenario("openSlips", about("L1.a")));
  library.write(
    "scenarios/sampled.ts",
    scenario("openSlips", `onlySampled: "nobody has the time", ${about("L1.a")}`),
  );
  library.write(
    "scenarios/pessimist.ts",
    scenario(
      "sealedSlips",
      `about: [], expects: { "sealed-slips": { "L1.a": breaks("wax is brittle") } },`,
    ),
  );
  library.write(
    "scenarios/nothing-happens.ts",
    scenario("sealedSlips", about("L2.a")).replace(`["user.ask"]`, "[]"),
  );
  library.write(
    "models/chairs.ts",
    `import { never, promise } from "sealcheck";
import { noun } from "./words.ts";
const sat = noun({ of: "handed", says: "a reader sits on a book", when: () => false });
export const chairs = promise({
  id: "L4", title: "Chairs", says: "Nobody sits on books.", source: "house rules",
  invariants: { "L4.a": never({ says: "nobody sits on a book", what: sat, outOf: sat }) },
});
`,
  );
  library.write("test/all.test.ts", testFile(all));
  library.write(
    "test/forgetful.test.ts",
    testFile(all.replace("scenarios/**", "scenarios/lending")),
  );
  library.write("test/elsewhere.test.ts", testFile(`["../nowhere/*.ts"]`));
  library.write("test/lazy.test.ts", testFile(all, false));
  const results = join(library.folder, "results.json");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  spawnSync(process.execPath, [vitest, "run", "--reporter=json", `--outputFile=${results}`], {
    cwd: library.folder,
    encoding: "utf8",
    timeout: 60_000,
    env: { ...process.env, VITEST: undefined, NO_COLOR: "1" },
  });
  const { testResults } = JSON.parse(readFileSync(results, "utf8")) as Results;
  tests = new Map(
    testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ fullName, failureMessages }) => [
        fullName.trim(),
        failureMessages.join("\n"),
      ]),
    ),
  );
  refused = new Map(
    testResults.map(({ name, message }) => [name.slice(library.folder.length + 1), message]),
  );
});

afterAll(() => library[Symbol.dispose]());

describe("scenarios as tests", () => {
  test("are one for each scenario under each protocol, and one for all promises", () => {
    expect([...tests.keys()].toSorted()).toEqual([
      "every promise is put to the test",
      "lending/calm under open-slips",
      "lending/calm under sealed-slips",
      "lending/lossy under sealed-slips",
      "neighbours under open-slips",
      "neighbours under sealed-slips",
      "nothing-happens under sealed-slips",
      "pessimist under sealed-slips",
      "read under open-slips",
      "sampled under open-slips",
    ]);
  });

  test("pass where promises hold, and where they break as expected", () => {
    for (const name of ["lending/calm", "neighbours"])
      for (const protocol of ["open-slips", "sealed-slips"])
        expect(tests.get(`${name} under ${protocol}`)).toBe("");
    expect(tests.get("lending/lossy under sealed-slips")).toBe("");
  });

  test("tell a broken promise as a story, and point to the line of the model that breaks it", () => {
    const told = tests.get("read under open-slips")!;
    expect(told).toContain("L1.a  broken in read under open-slips");
    expect(told).toContain('porter can now read "slip 1 of ana"');
    expect(told).toContain("seed 7, and every state was visited, whatever the seed");
    expect(told).toMatch(/at \S+models\/borrower\.ts:\d+:1\n.*at \S+scenarios\/read\.ts:\d+:1/);
  });

  test("name the seed and the runs of what was drawn at random", () => {
    expect(tests.get("sampled under open-slips")).toContain("seed 7, 900 runs");
  });

  test("find what the command line finds: the same token replays it", () => {
    const args = ["run", "read", "sampled", "--seed", "7", "--runs", "900"];
    const { out } = sealcheck(library.folder, args);
    const tokens = [...out.matchAll(/replay: sealcheck replay (sc1\.\S+)/g)].map(([, one]) => one!);
    expect(tokens).toHaveLength(2);
    const told = `${tests.get("read under open-slips")}${tests.get("sampled under open-slips")}`;
    for (const token of tokens) expect(told).toContain(`replay: sealcheck replay ${token}\n`);
  });

  test("fail where an expected break does not come about", () => {
    const told = tests.get("pessimist under sealed-slips");
    expect(told).toContain(
      "L1.a in pessimist under sealed-slips: was expected to break and did not",
    );
  });

  test("fail where nothing puts to the test what a scenario is about", () => {
    expect(tests.get("nothing-happens under sealed-slips")).toContain(
      "L2.a in nothing-happens under sealed-slips: the scenario is about it, and nothing put it",
    );
  });

  test("fail for a promise that no scenario puts to the test", () => {
    expect(tests.get("every promise is put to the test")).toContain(
      "L4.a under sealed-slips: no scenario put it to the test",
    );
  });

  test("are none where files are not loaded", () => {
    expect(refused.get("test/lazy.test.ts")).toContain("borrower.ts is not loaded yet");
  });

  test.each([
    ["test/forgetful.test.ts", "scenarios/neighbours.ts is not among the files that are tested"],
    ["test/elsewhere.test.ts", "models/borrower.ts is not among the files that are tested"],
  ])("are none where a file is forgotten: %s", (file, said) => {
    expect(refused.get(file)).toContain(said);
    expect(refused.get(file)).toMatch(new RegExp(`at \\S+${file}:3\n`));
    expect(refused.get("test/all.test.ts")).toBe("");
  });
});
