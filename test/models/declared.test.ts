import { join } from "node:path";
import { expect, test } from "vitest";
import { collect, type Source } from "../../src/cli/project/collect.ts";
import { foldersOf } from "../../src/cli/project/config.ts";
import { mustBeOfUse } from "../../src/cli/project/idle-files.ts";
import { tasksOf } from "../../src/cli/project/project.ts";
import { misnamed, validate } from "../../src/cli/project/validate.ts";
import { sourcesBelow } from "../../src/cli/files.ts";
import { root } from "../imports.ts";
import { share } from "../share.ts";
import { attacks, tasks } from "./project.ts";

const folders = foldersOf(root);

const sourcesIn = (folder: string, named: (path: string) => string | undefined) =>
  Promise.all(
    sourcesBelow(folder).map(async (below): Promise<Source> => {
      const path = join(folder, below);
      const exports = (await import(path)) as Source["exports"];
      return { path, scenarioName: named(below), exports };
    }),
  );

test("everything that models and scenarios name is there, and every frozen example is possible", async () => {
  const sources = [
    ...(await sourcesIn(folders.models, () => undefined)),
    ...(await sourcesIn(folders.scenarios, (path) => path.replace(/\.ts$/, ""))),
  ];
  const project = { ...collect(sources), folders, sources: sources.map(({ path }) => path) };
  mustBeOfUse(sources, new Set(project.scenarios.map(({ name }) => name)));
  const all = tasksOf(project);
  expect(all.length).toBe(tasks.length + attacks.length);
  expect(misnamed(project, all).map(({ message }) => message)).toEqual([]);
  // Where examples are frozen they must be possible; of the others every sixth is tried, and all among the deep tests.
  const every = all.length / share(all.length);
  const tried = all.filter(
    ({ scenario, protocol }, at) => scenario.examples[protocol.name] || at % every < 1,
  );
  expect(validate(project, tried).map(({ message }) => message)).toEqual([]);
});
