import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import Draft04 from "ajv-draft-04";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import {
  annotationsOf,
  asExpected,
  formats,
  type Showing,
} from "../../../src/report/formats/index.ts";
import { buildReport, type RunReport } from "../../../src/report/index.ts";
import type { Counterexample } from "../../../src/search/index.ts";
import { door, doorTask, materialOf, peeped } from "../material.ts";

const schemaIn = (file: string): string =>
  readFileSync(join(import.meta.dirname, "schemas", file), "utf8");

const options = { strict: false, validateFormats: false, logger: false } as const;
const json = (file: string): object => JSON.parse(schemaIn(file)) as object;

/** Traps for whoever writes text into other formats. */
const hostile = 'nobody\u0000 "peeps" </testcase> ]]> ::error:: 100%\n```\n<!-- -->';

const sneaky: Counterexample = {
  ...peeped,
  cause: { ...peeped.cause, id: "0123456789abcdef" },
  steps: peeped.steps.map((step) => ({ ...step, move: `${step.move} ${hostile}` })),
};

const runOf = (breaks: readonly Counterexample[], expectsPeeping = false): RunReport => {
  const run = buildReport(
    materialOf(
      [
        doorTask(door("oak")),
        doorTask(door("glass"), { counterexamples: breaks }, { expectsPeeping }),
      ],
      { causes: true },
    ),
  );
  const { invariants } = run.promises[0]!;
  Object.assign(invariants[0]!, { says: hostile });
  return run;
};

const open: Showing = {
  ...asExpected(runOf([peeped, sneaky])),
  rules: [
    { id: "verdicts", says: "No promise is broken", passed: true, wrong: [], better: ["D2.a"] },
    { id: "meaning", says: "Words stay", passed: false, wrong: [hostile], better: [] },
  ],
};
const excused = asExpected(runOf([peeped], true));
const nothing = asExpected(runOf([]));

interface Sarif {
  runs: {
    tool: { driver: { rules: { id: string }[] } };
    results: {
      ruleId: string;
      level: string;
      locations: {
        physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } };
      }[];
      relatedLocations?: unknown[];
      codeFlows: { threadFlows: { locations: unknown[] }[] }[];
      partialFingerprints: Record<string, string>;
      suppressions: { justification: string }[];
    }[];
  }[];
}
const sarif = (showing: Showing): Sarif => JSON.parse(formats.sarif(showing)) as Sarif;

/** Whether a schema accepts every one of these texts, and what it says of the first that it does not. */
const accepts = (validate: ValidateFunction, texts: readonly string[]): string => {
  for (const text of texts)
    if (!validate(JSON.parse(text))) return JSON.stringify(validate.errors![0]);
  return "valid";
};

const xmlErrors = async (xml: string): Promise<readonly string[]> => {
  const { errors } = await validateXML({
    xml: [{ fileName: "junit.xml", contents: xml }],
    schema: [{ fileName: "junit-10.xsd", contents: schemaIn("junit-10.xsd") }],
  });
  return errors.map(({ message }) => message);
};

const lines = (text: string): readonly string[] => text.trimEnd().split("\n");
const showings: readonly [string, Showing][] = [
  ["breaks", open],
  ["an expected break", excused],
  ["nothing", nothing],
];

describe.each(showings)("a run with %s, as other programs read it", (_, showing) => {
  test("is JUnit's XML of Jenkins", async () => {
    expect(await xmlErrors(formats.junit(showing))).toEqual([]);
  });

  test("is SARIF 2.1.0", () => {
    const validate = new Draft04.default(options).compile(json("sarif-schema-2.1.0.json"));
    expect(accepts(validate, [formats.sarif(showing)])).toBe("valid");
  });

  test("is GitLab's Code Quality", () => {
    const validate = new Ajv(options).compile(json("code-quality.schema.json"));
    expect(accepts(validate, [formats.codeQuality(showing)])).toBe("valid");
  });

  test("is lines of Tyche", () => {
    const validate = new Ajv(options).compile(json("tyche.schema.json"));
    expect(accepts(validate, lines(formats.tyche(showing)))).toBe("valid");
  });
});

test.each(["comment", "summary"] as const)(
  "in Markdown, a %s shows people's own words as they are",
  (format) => {
    const text = formats[format](open);
    const outside = text.replaceAll(/^(`{3,})[^]*?^\1$/gm, "");
    expect(outside).toContain("&lt;/testcase>");
    expect(outside).not.toContain("</testcase>");
    expect(outside.match(/<!--/g)?.length ?? 0).toBe(format === "comment" ? 1 : 0);
  },
);

describe("the schemas themselves refuse what is wrong", () => {
  test.each([
    [
      "a test without a name",
      (xml: string) => xml.replaceAll(/<testcase name="[^"]*"/g, "<testcase"),
    ],
    ["a file attribute", (xml: string) => xml.replace("<testcase ", '<testcase file="a.ts" ')],
    ["XML that is not well-formed", (xml: string) => xml.replace("</testsuites>", "")],
  ])("JUnit: %s", async (_, spoil) => {
    expect(await xmlErrors(spoil(formats.junit(open)))).not.toEqual([]);
  });

  test.each([
    ["a field at the root that it does not know", (log: object) => ({ ...log, extra: 1 })],
    [
      "a level that there is not",
      (log: Sarif) => {
        log.runs[0]!.results[0]!.level = "fatal";
        return log;
      },
    ],
  ])("SARIF: %s", (_, spoil) => {
    const validate = new Draft04.default(options).compile(json("sarif-schema-2.1.0.json"));
    expect(validate(spoil(sarif(open)))).toBe(false);
  });

  test("Code Quality: an entry without a fingerprint, and an absolute path", () => {
    const validate = new Ajv(options).compile(json("code-quality.schema.json"));
    const [first] = JSON.parse(formats.codeQuality(open)) as [{ location: { path: string } }];
    expect(validate([{ ...first, fingerprint: undefined }])).toBe(false);
    expect(validate([{ ...first, location: { ...first.location, path: "/abs.ts" } }])).toBe(false);
  });

  test("Tyche: a status that there is not", () => {
    const validate = new Ajv(options).compile(json("tyche.schema.json"));
    const line = JSON.parse(lines(formats.tyche(open)).at(-1)!) as object;
    expect(validate({ ...line, status: "vacuous" })).toBe(false);
  });
});

describe("SARIF", () => {
  const [run] = sarif(open).runs;

  test("has one rule for each promise, and a result for each cause, at the line that is to blame", () => {
    expect(run!.tool.driver.rules.map(({ id }) => id)).toEqual(["D1", "D2"]);
    expect(run!.results).toHaveLength(2);
    for (const { ruleId, locations } of run!.results) {
      expect(ruleId).toBe("D1");
      expect(locations[0]!.physicalLocation).toMatchObject({
        artifactLocation: { uri: "models/person.ts" },
        region: { startLine: 12 },
      });
    }
  });

  test("shows what a change brought in where something has changed, and what is excused where it was", () => {
    const changed = () => [
      { file: "models/strict.ts", line: 9 },
      { file: "models/other file.ts", line: 4 },
    ];
    const [shown] = sarif({ ...open, changed }).runs[0]!.results;
    const at = (uri: string, startLine: number) => ({
      physicalLocation: { artifactLocation: { uri }, region: { startLine } },
    });
    expect(shown!.locations).toMatchObject([at("models/strict.ts", 9)]);
    expect(shown!.relatedLocations).toMatchObject([
      { id: 0, ...at("models/person.ts", 12), message: { text: "What brings it about." } },
      { id: 1, ...at("models/other%20file.ts", 4) },
    ]);
    const validate = new Draft04.default(options).compile(json("sarif-schema-2.1.0.json"));
    expect(accepts(validate, [formats.sarif({ ...open, changed })])).toBe("valid");
    expect(formats.codeQuality({ ...open, changed })).toContain('"path": "models/strict.ts"');
    expect(annotationsOf({ ...open, changed })[0]).toContain("file=models/strict.ts,line=9");
    const [below] = sarif({ ...open, changed, below: "apps/letters" }).runs[0]!.results;
    expect(below!.locations).toMatchObject([at("apps/letters/models/strict.ts", 9)]);
    expect(below!.relatedLocations).toMatchObject([at("apps/letters/models/person.ts", 12), {}]);
    const [old] = sarif({ ...excused, changed }).runs[0]!.results;
    expect(old!.locations).toMatchObject([at("models/person.ts", 12)]);
    expect(old!.relatedLocations).toBeUndefined();
  });

  test("tells the story in exactly one code flow", () => {
    for (const { codeFlows } of run!.results) {
      expect(codeFlows).toHaveLength(1);
      expect(codeFlows[0]!.threadFlows[0]!.locations).toHaveLength(2);
    }
  });

  test("has fingerprints that are those of causes", () => {
    const prints = run!.results.map((result) => Object.values(result.partialFingerprints)[0]);
    expect(new Set(prints)).toEqual(
      new Set(["glass/D1.a/5f0c77a1e9b3d284", "glass/D1.a/0123456789abcdef"]),
    );
  });

  test("suppresses what is excused, and says why", () => {
    const [result] = sarif(excused).runs[0]!.results;
    expect(result!.suppressions).toMatchObject([{ justification: "glass is glass" }]);
    expect(run!.results.flatMap(({ suppressions }) => suppressions)).toEqual([]);
  });
});

describe("annotations", () => {
  test("are one line each, and name the line of the model", () => {
    const told = annotationsOf(open);
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(
      /^::error file=models\/person\.ts,line=12,title=sealcheck D1\.a::D1\.a is/,
    );
    for (const line of told) expect(line).not.toMatch(/[\n\r]/);
    expect(told.join("\n")).toContain("100%25%0A");
  });

  test("say nothing of what is excused", () => {
    expect(annotationsOf(excused)).toEqual([]);
  });

  test("are ten at most, and then the last one says how many are left", () => {
    const many = Array.from({ length: 14 }, (_, at) => ({
      ...peeped,
      cause: { ...peeped.cause, id: `cause-${at}` },
    }));
    const told = annotationsOf(asExpected(runOf(many)));
    expect(told).toHaveLength(10);
    expect(told.at(-1)).toBe("::warning title=sealcheck::5 more are in the summary of this step");
  });
});

describe("the summary of a step", () => {
  test("has verdicts, the gate, and a diagram for each break", () => {
    const text = formats.summary(open);
    expect(text).toContain("| D1 | Quiet | ✗ broken: D1.a | ✓ held, sampled |");
    expect(text).toContain("**meaning**");
    expect(text.match(/^```mermaid$/gm)).toHaveLength(2);
  });

  test("stays below 100 KB, and says what it leaves out", () => {
    const many = Array.from({ length: 400 }, (_, at) => ({
      ...sneaky,
      cause: { ...peeped.cause, id: `cause-${at}` },
    }));
    const text = formats.summary(asExpected(runOf(many)));
    expect(Buffer.byteLength(text)).toBeLessThan(100_000);
    expect(text).toMatch(/… and \d+ more breaks in the report\.\n$/);
  });
});

test("a comment can be found again, and says first whether anything is wrong", () => {
  expect(lines(formats.comment(open)).slice(0, 3)).toEqual([
    "<!-- sealcheck -->",
    "",
    "### ✗ sealcheck: 2 causes of broken promises that nobody has accepted",
  ]);
  expect(formats.comment(excused)).toContain("### ✓ sealcheck: no promise is worse off");
});
