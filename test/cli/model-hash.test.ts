import { join } from "node:path";
import { expect, test } from "vitest";
import { modelHash } from "../../src/cli/project/index.ts";
import { userProject } from "../user-project.ts";

test("models are known by all that they lean on, and by nothing else", () => {
  using project = userProject();
  const { folder, write } = project;
  const source = write(
    "models/letter.ts",
    `import { days } from "../lib/days.js";\nimport wax from "wax";\nimport "xstate";\n`,
  );
  const days = (text: string): string => write("lib/days.ts", `export * from "./more";\n${text}`);
  const wax = (version: string): void => {
    write(
      "node_modules/wax/package.json",
      JSON.stringify({ name: "wax", version, main: "wax.js" }),
    );
    write("node_modules/wax/wax.js", "");
  };
  days("export const days = 7;");
  wax("1.0.0");
  write("lib/more/index.ts", "export {};");
  const hash = (): string =>
    modelHash({
      sources: [source],
      folders: {
        project: folder,
        models: join(folder, "models"),
        scenarios: join(folder, "scenarios"),
        reports: join(folder, "reports"),
      },
    });
  const first = hash();
  write("lib/other.ts", "nobody imports this");
  expect(hash()).toBe(first);
  days("export const days = 8;");
  const second = hash();
  expect(second).not.toBe(first);
  write("lib/more/index.ts", "export const more = 1;");
  const third = hash();
  expect(third).not.toBe(second);
  wax("1.0.1");
  expect(hash()).not.toBe(third);
});
