import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../imports.ts";
import { exportedBy, pageOf, type Door, type Exported } from "./api-page.ts";
import { update } from "./blocks.ts";

const page = join(root, "docs/api.md");

/** The doors of the package, as its manifest has them. */
const doors = (): readonly Door[] => {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
  };
  return Object.entries(exports).flatMap(([name, target]) =>
    typeof target === "string"
      ? []
      : [{ name: `sealcheck${name.slice(1)}`, file: join(root, target.types) }],
  );
};

const undocumented = (exported: readonly Exported[]): readonly string[] =>
  exported.filter(({ says }) => says === "").map(({ name }) => name);

describe("the page of the API", () => {
  let exported: readonly Exported[];
  beforeAll(async () => {
    exported = await exportedBy(join(root, "dist/types"), doors());
  });

  test("knows every door", () => {
    expect(doors().map(({ name }) => name)).toEqual([
      "sealcheck",
      "sealcheck/fast-check",
      "sealcheck/vitest",
    ]);
    const names = exported.map(({ name }) => name);
    for (const name of ["scenario", "traces", "testScenarios"]) expect(names).toContain(name);
  });

  test("says something of everything that is exported", () => {
    expect(exported.length).toBeGreaterThan(100);
    expect(undocumented(exported)).toEqual([]);
  });

  test("is up to date", () => {
    const made = pageOf(exported);
    if (update) writeFileSync(page, made);
    else expect(readFileSync(page, "utf8")).toBe(made);
  });
});

describe("the check itself", () => {
  test("finds what says nothing, follows names to where they are declared, and tells types from values", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sealcheck-api-"));
    const write = (name: string, text: string): string => {
      const file = join(folder, name);
      writeFileSync(file, text);
      return file;
    };
    write(
      "mistake.d.ts",
      "/** Says {@link no}.\n * @param of what\n */\nexport declare const no: (of: string) => void;\nexport interface Silent { a: Shape }\ntype Shape = 1;\ntype Idle = 2;\n",
    );
    const file = write(
      "index.d.ts",
      'export { no, type Silent as Quiet } from "./mistake.d.ts";\n',
    );
    const found = await exportedBy(folder, [{ name: "door", file }]);
    rmSync(folder, { recursive: true });
    expect(undocumented(found)).toEqual(["Quiet"]);
    expect(found.find(({ name }) => name === "no")).toEqual({
      name: "no",
      door: "door",
      home: "mistake",
      isType: false,
      says: "Says no.\n\n- `of`: what",
      declaration: "const no: (of: string) => void;",
      shapes: [],
    });
    expect(found.find(({ name }) => name === "Quiet")?.shapes).toEqual(["type Shape = 1;"]);
    const [no] = found;
    expect(() => pageOf([{ ...no!, home: "somewhere/else" }])).toThrow("somewhere/else");
  });
});
