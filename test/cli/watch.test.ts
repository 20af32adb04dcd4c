import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { distancesFrom } from "../../src/cli/watch/distances.ts";
import { userProject } from "../user-project.ts";
import { libraryProject } from "./library-project.ts";
import { startSealcheck } from "./sealcheck.ts";

const calm = "scenarios/lending/calm.ts";

test("what is saved is run at once, half-saved files are told, and Ctrl-C ends it", async () => {
  using library = libraryProject();
  const { child, ended } = startSealcheck(library.folder, ["watch"]);
  let said = "";
  child.stdout!.on("data", (text: string) => (said += text));
  /** Waits until something is said that was not said before. */
  const hears = async (what: RegExp): Promise<string> => {
    for (let tries = 0; tries < 1200; tries++) {
      const heard = what.exec(said);
      if (heard) {
        said = said.slice(heard.index + heard[0].length);
        return heard[0];
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return expect.fail(`never said ${what}, but: ${said}`);
  };
  const edit = (file: string, from: string, to: string): void => {
    const text = readFileSync(join(library.folder, file), "utf8");
    expect(text).toContain(from);
    library.write(file, text.replace(from, to));
  };
  const quiet = /watching \d+ files/;

  await hears(quiet);
  edit(calm, "slips: 2", "slips: 1");
  await hears(/scenarios\/lending\/calm\.ts changed\n2 of 5 tasks are touched\n/);
  expect(await hears(/✓ lending\/calm, .*\n✓ lending\/calm, .*\n/)).toContain(
    "1 broken as expected",
  );
  await hears(/first verdict after .*\n2 passed, 0 failed, 0 skipped\n/);
  await hears(quiet);

  edit(calm, "slips: 1", "slips: ");
  await hears(/this file cannot be read: .*\n\s+at .*calm\.ts:\d+\n/);
  await hears(quiet);
  edit(calm, "slips: ", "slips: 2");
  await hears(/2 passed, 0 failed, 0 skipped\n/);
  await hears(quiet);

  edit(calm, 'ana: ["user.ask"]', 'ana: ["user.aks"]');
  await hears(/"user\.aks", but nothing of theirs has such an intent/);
  await hears(quiet);
  edit(calm, 'ana: ["user.aks"]', 'ana: ["user.ask"]');
  edit("models/protocols.ts", 'carried.",\n  true', 'carried.",\n  false');
  await hears(/5 of 5 tasks are touched\n/);
  await hears(/L1\.a {2}broken in .* under sealed-slips\n/);
  await hears(/\d+ passed, [1-9]\d* failed/);

  child.kill("SIGINT");
  const { status, err } = await ended;
  expect([status, err]).toEqual([0, ""]);
});

test("a source is as far from a change as there are imports between them", () => {
  using project = userProject();
  const files = { vocabulary: "", part: "vocabulary", protocol: "part", promise: "vocabulary" };
  for (const [name, imported] of Object.entries(files))
    project.write(`models/${name}.ts`, imported && `import "./${imported}.ts";\n`);
  project.write("models/odd.ts", "");
  const path = (name: string): string => join(project.folder, `models/${name}.ts`);
  const all = [...Object.keys(files), "odd"].map(path);
  const from = (...changed: readonly string[]): Record<string, number> =>
    Object.fromEntries(
      [...distancesFrom(changed.map(path), all)].map(([file, far]) => [
        file.replace(/^.*\/(\w+)\.ts$/, "$1"),
        far,
      ]),
    );
  expect(from("vocabulary")).toEqual({ vocabulary: 0, part: 1, promise: 1, protocol: 2 });
  expect(from("part", "odd")).toEqual({ part: 0, odd: 0, protocol: 1 });
  expect(from("gone")).toEqual({});
});
