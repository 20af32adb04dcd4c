import { createRequire } from "node:module";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSourcesWith } from "../../machine/index.ts";
import { Mistake } from "../../mistake.ts";
import { sourcesBelow, textIn } from "../files.ts";
import { collect, type Source } from "./collect.ts";
import { foldersOf, type Folders } from "./config.ts";
import { importSource } from "./import.ts";
import { mutantsBelow } from "./load-mutants.ts";
import { mustBeOfUse } from "./idle-files.ts";
import type { Project } from "./project.ts";

/**
 * Loads everything that the project in a working directory declares. Throws a {@link Mistake}, with file and line
 * where they can be known.
 */
export const loadProject = async (cwd: string): Promise<Project> => {
  const folders = foldersOf(cwd);
  mustShareLibrary(cwd);
  readSourcesWith(textIn);
  const sources = [...models(folders), ...scenarios(folders)];
  const loaded: Source[] = [];
  for (const { path, scenarioName } of sources)
    loaded.push({ path, scenarioName, exports: await importSource(path) });
  const project = {
    ...collect(loaded),
    folders,
    sources: sources.map(({ path }) => path),
  };
  mustDeclare(project);
  mustBeOfUse(loaded, new Set(project.scenarios.map(({ name }) => name)));
  return project;
};

type Found = Omit<Source, "exports">;

/** Mutants are no part of what models mean; see {@link loadMutants}. */
const models = ({ models: folder }: Folders): Found[] =>
  sourcesBelow(folder)
    .filter((path) => !path.startsWith(mutantsBelow))
    .map((path) => ({ path: join(folder, path), scenarioName: undefined }));

const scenarios = ({ scenarios: folder }: Folders): Found[] =>
  sourcesBelow(folder).map((path) => ({
    path: join(folder, path),
    scenarioName: path.replace(/\.m?[jt]s$/, ""),
  }));

const mustDeclare = ({ folders, scenarios, promises }: Project): void => {
  if (scenarios.length === 0)
    throw new Mistake({
      what: `there is no scenario in ${folders.scenarios}`,
      why: "without one, nothing would happen and every promise would look kept",
      todo: "export a scenario from a file there",
    });
  if (promises.length === 0)
    throw new Mistake({
      what: `there is no promise in ${folders.models}`,
      why: "without one, there is nothing to check",
      todo: "export a promise from a file there",
    });
};

/** Terms and tables are kept once per process, so a second copy of the library would find equal terms unequal. */
const mustShareLibrary = (project: string): void => {
  const own = fileURLToPath(new URL("./index.js", import.meta.url));
  const theirs = resolved(project);
  if (theirs === undefined || theirs === own || textIn(own) === undefined) return;
  if (theirs === realpathSync(own)) return;
  throw new Mistake({
    what: "the models of this project use another copy of sealcheck than this command",
    why: `theirs is ${theirs}, this one is ${own}`,
    todo: "start the project's own: npx sealcheck",
  });
};

const resolved = (project: string): string | undefined => {
  try {
    return realpathSync(createRequire(join(project, "sealcheck.js")).resolve("sealcheck"));
  } catch {
    return undefined;
  }
};
