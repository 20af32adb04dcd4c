import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../imports.ts";
import { libraryProject } from "./library-project.ts";
import { startSealcheck, type Outcome } from "./sealcheck.ts";
import { borrower, calm, mistakes, mustBeTold } from "./told-mistakes.ts";

const sealcheck = (folder: string, args: readonly string[]): Promise<Outcome> =>
  startSealcheck(folder, args).ended;

describe.concurrent("a mistake in a project is told with its place, and nothing is searched", async () => {
  test.each(mistakes.map((mistake) => [mistake[0], mistake] as const))("%s", (_, mistake) =>
    mustBeTold(mistake),
  );

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
    [["run", "--time", "5 minutes"], /such as 300, 90s, 5m or 1h/],
    [["selftest", "--steps", "0"], /--steps/],
    [["replay"], /trace/],
  ];
  test.each(["0", "-1", "two"])("SEALCHECK_WORKERS=%s is told by its name", async (threads) => {
    const env = { SEALCHECK_WORKERS: threads };
    const { status, out, err } = await startSealcheck(root, ["run"], env).ended;
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("SEALCHECK_WORKERS");
  });

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
