import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunReport } from "../../src/report/index.ts";
import { libraryProject } from "./library-project.ts";
import { sealcheck, type Outcome } from "./sealcheck.ts";
import type { UserProject } from "../user-project.ts";

let library: UserProject;
const few = ["--sampled", "--runs", "700"];

beforeAll(() => {
  library = libraryProject();
});
afterAll(() => library[Symbol.dispose]());

const report = (file: string): string =>
  readFileSync(join(library.folder, "reports/latest", file), "utf8");
const run = (...args: readonly string[]): Outcome => sealcheck(library.folder, ["run", ...args]);
const found = (): RunReport => JSON.parse(report("run.json")) as RunReport;

describe("a run of the whole library", () => {
  let whole: Outcome;
  let text: string;
  beforeAll(() => {
    whole = run(...few);
    text = report("run.json");
  });

  test("ends well, since everything is as its scenarios expect", () => {
    expect(whole).toMatchObject({ status: 0, err: "" });
    expect(whole.out).toMatch(/^sealcheck \S+ {2}seed 1 {2}1 worker\n/);
    expect(whole.out).toMatch(/\n5 passed, 0 failed, 0 skipped\n$/);
  });

  test("tells what breaks, step by step, with a way to see it again", () => {
    expect(whole.out).toContain("Nobody but the borrower and the library reads a slip.");
    expect(whole.out).toContain("ana→shelf loses a message");
    expect(whole.out.match(/^ {2}replay: sealcheck replay sc1\.\S+$/gm)).toHaveLength(2);
  });

  test("visits every state instead, where they are few, and says so", () => {
    const { status, out } = run();
    expect(status).toBe(0);
    expect(out).toMatch(
      /✓ lending\/calm, open-slips\s+25 states, 32 moves, depth 9, 1\s+broken as/,
    );
    const { tasks, protocols } = found();
    for (const { exhaustion, runs } of tasks) {
      expect(runs).toBe(0);
      expect(exhaustion?.passes.every(({ complete }) => complete)).toBe(true);
    }
    const verdicts = new Set(
      protocols.flatMap(({ invariants }) => invariants.map(({ verdict }) => verdict)),
    );
    expect(verdicts).toContain("held, exhaustively within bounds");
    expect(verdicts).not.toContain("held, sampled");
  });

  test("finds it in other runs with another seed", () => {
    run("lending/lossy", ...few, "--seed", "2");
    const movesIn = ({ tasks }: RunReport): number =>
      tasks.find(({ scenario }) => scenario === "lending/lossy")!.moves;
    expect(movesIn(found())).not.toBe(movesIn(JSON.parse(text) as RunReport));
  });

  test("finds the same again with guidance, whatever the number of workers, and other stories", () => {
    const guided = (workers: string): string => {
      run("lending/lossy", "--sampled", "--guided", "--runs", "1700", "--workers", workers);
      return report("run.json");
    };
    const one = guided("1");
    expect(guided("2") === one).toBe(true);
    run("lending/lossy", "--sampled", "--no-guided", "--runs", "1700");
    expect(report("run.json") === one).toBe(false);
  });

  // What follows looks at these last reports.
  test.each(["1", "2"])("finds the same again, byte for byte, with %s workers", (workers) => {
    run(...few, "--workers", workers);
    expect(report("run.json") === text).toBe(true);
  });

  test("writes reports for people, programs and the curious", () => {
    expect(report("report.md")).toContain("## Every statement of the house rules");
    const { wallSeconds, tasks } = JSON.parse(report("telemetry.json")) as {
      wallSeconds: number;
      tasks: { tables: { name: string; entries: number }[] }[];
    };
    expect(wallSeconds).toBeGreaterThan(0);
    expect(tasks).toHaveLength(5);
    for (const { tables } of tasks)
      expect(tables.find(({ name }) => name === "borrower")?.entries).toBeGreaterThan(0);
  });

  test("keeps the ledger: truth gaps, broken, held, and what is not checked", () => {
    const statuses = found().ledger?.rows.map(({ status }) => Object.values(status));
    expect(statuses).toEqual([
      ["truth gap", "held, sampled"],
      ["held, sampled", "broken"],
      ["held, sampled", "held, sampled"],
      ["not checked", "not checked"],
      ["not checked", "not checked"],
    ]);
  });

  test("leaves each trace in a file, with states and readers", () => {
    for (const { key } of found().traces) expect(report(`traces/${key}.json`)).toContain(key);
    const trace = JSON.parse(report("traces/lending/lossy.sealed-slips.L2.a.json")) as object;
    expect(trace).toMatchObject({
      moves: ["ana user.ask", "drop ana→shelf"],
      brokenAt: "end",
      readers: { ana: ["slip 1 of ana"], library: [], porter: [] },
    });
  });
});

describe("a selection", () => {
  const names = (): string[] =>
    found().tasks.map(({ scenario, protocol }) => `${scenario}, ${protocol}`);

  test.each([
    [["neighbours"], ["neighbours, open-slips", "neighbours, sealed-slips"]],
    [["lending/calm", "--protocol", "open-slips"], ["lending/calm, open-slips"]],
    [["scenarios/lending/lossy.ts"], ["lending/lossy, sealed-slips"]],
    [
      ["lending/", "--protocol", "sealed-slips"],
      ["lending/calm, sealed-slips", "lending/lossy, sealed-slips"],
    ],
  ])("%j", (args, expected) => {
    expect(run(...args, "--runs", "100").status).toBe(0);
    expect(names()).toEqual(expected);
  });

  test("of nothing says so", () => {
    expect(run("lending/lossy", "--protocol", "open-slips")).toMatchObject({ status: 4, out: "" });
  });
});

describe("a run that does not end well", () => {
  const calm = (change: (text: string) => string): void => {
    const file = join("scenarios/lending/calm.ts");
    library.write(file, change(readFileSync(join(import.meta.dirname, "library", file), "utf8")));
  };
  const calmly = (): Outcome => run("lending/calm", "--runs", "100");

  afterAll(() => calm((text) => text));

  test("because a promise broke that should hold: the story comes last, and in full", () => {
    calm((text) => text.replace(/"L1\.a": breaks\([^)]*\)/, ""));
    const { status, out } = calmly();
    expect(status).toBe(1);
    expect(out).toMatch(/✗ lending\/calm, open-slips/);
    expect(out).toContain('How porter came to know "slip 1 of ana":');
    expect(out).toMatch(/\n1 passed, 1 failed, 0 skipped\n$/);
  });

  test("because an expected break did not come", () => {
    calm((text) => text.replace('"open-slips": {', '"sealed-slips": {'));
    const { status, out } = calmly();
    expect(status).toBe(1);
    expect(out).toContain("was expected to break and did not (held, exhaustively");
  });

  test("because something came up that was said not to", () => {
    calm((text) =>
      text
        .replace(
          '"open-slips": {',
          '"sealed-slips": { "L3.a": notApplicable("no records"), } , "open-slips": {',
        )
        .replace("import { breaks,", "import { breaks, notApplicable,"),
    );
    const { status, out } = calmly();
    expect(status).toBe(1);
    expect(out).toMatch(/was said not to come up and was put to the test [\d,]+ times/);
  });

  test("because what the scenario is about was never put to the test", () => {
    calm((text) =>
      text
        .replace('mayDo: { ana: ["user.ask"] }', "mayDo: {}")
        .replace(/expects: \{[^]*\n\}\);/, "});"),
    );
    const { status, out } = calmly();
    expect(status).toBe(3);
    expect(out).toContain("the scenario is about it, and nothing put it to the test");
  });

  test("because tables and live actors disagree, which is our fault and no verdict", () => {
    calm((text) => text);
    const file = "models/borrower.ts";
    const text = readFileSync(join(import.meta.dirname, "library", file), "utf8");
    const changing = text
      .replace("export const borrower", "let asked = 0;\n\nexport const borrower")
      .replace(
        /states\("asked", (.*) => \(\{(.*)\}\)\),/,
        'states("asked", $1 => asked++ % 40 === 0 ? {$2} : undefined),',
      );
    expect(changing).not.toBe(text);
    library.write(file, changing);
    const { status, out, err } = run("lending/lossy", "--runs", "100", "--workers", "1");
    library.write(file, text);
    expect(status).toBe(70);
    expect(err).toContain("internal error");
    expect(out).not.toContain("passed");
  });
});

describe("what a run prints", () => {
  const looking = (env: Readonly<Record<string, string>>, ...args: readonly string[]): Outcome =>
    sealcheck(library.folder, ["run", "lending/calm", "--runs", "100", ...args], env);
  const escape = "\u001b[";

  test("with --json: the report and nothing else; the rest stands beside it", () => {
    const { out, err } = looking({}, "--json");
    expect(out).toBe(report("run.json"));
    expect(err).toMatch(/\n2 passed, 0 failed, 0 skipped\n$/);
  });

  test.each([
    [{ FORCE_COLOR: "1" }, [], true],
    [{ FORCE_COLOR: "1" }, ["--no-color"], false],
    [{ NO_COLOR: "1" }, ["--color"], true],
  ])("with %j and %j: colours %s", (env, args, expected) => {
    const { out } = looking(env, ...args);
    expect(out.includes(escape)).toBe(expected);
    expect(out.trimEnd().split("\n").at(-1)).toBe("2 passed, 0 failed, 0 skipped");
  });

  test("in a narrow terminal without Unicode or colours stays within it, save for the replay command", () => {
    const { out } = looking({ COLUMNS: "60", LC_ALL: "C" });
    const wide = out.split("\n").filter((line) => line.length > 60);
    expect(wide.every((line) => line.startsWith("  replay: sealcheck replay sc1."))).toBe(true);
    expect(out).toMatch(/replay sc1\./);
    expect(out).toMatch(/^\p{ASCII}*$/u);
    expect(out).not.toContain(escape);
  });
});

describe("folders of a project", () => {
  test("are where its configuration says", () => {
    using project = libraryProject();
    const moved = { models: "models", scenarios: "scenarios/lending", reports: "out/found" };
    project.write("sealcheck.config.json", JSON.stringify(moved));
    expect(sealcheck(project.folder, ["run", "lossy", "--runs", "50"]).status).toBe(0);
    expect(existsSync(join(project.folder, "out/found/latest/run.json"))).toBe(true);
  });
});
