import { createRequire } from "node:module";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSourcesWith } from "../../machine/index.ts";
import { Mistake } from "../../mistake.ts";
import { textIn } from "../files.ts";
import { filesOf, projectOf } from "./assemble.ts";
import type { Source } from "./collect.ts";
import { foldersOf } from "./config.ts";
import { importSource } from "./import.ts";
import type { Project } from "./project.ts";

/**
 * Loads everything that the project in a working directory declares. Throws a {@link Mistake}, with file and line
 * where they can be known.
 */
export const loadProject = async (cwd: string): Promise<Project> => {
  const folders = foldersOf(cwd);
  mustShareLibrary(cwd);
  readSourcesWith(textIn);
  const loaded: Source[] = [];
  for (const { path, scenarioName } of filesOf(folders))
    loaded.push({ path, scenarioName, exports: await importSource(path) });
  return projectOf(folders, loaded);
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
