import { join } from "node:path";
import { Mistake } from "../../mistake.ts";
import { sourcesBelow } from "../files.ts";
import { collect, type Source } from "./collect.ts";
import type { Folders } from "./config.ts";
import { mustBeOfUse } from "./idle-files.ts";
import type { Project } from "./project.ts";

/** Mutants lie among the models and are no part of what these mean. */
export const mutantsBelow = "mutants/";

/** The files of models and scenarios that a project consists of, in order. */
export const filesOf = ({ models, scenarios }: Folders): Omit<Source, "exports">[] => [
  ...sourcesBelow(models)
    .filter((path) => !path.startsWith(mutantsBelow))
    .map((path) => ({ path: join(models, path), scenarioName: undefined })),
  ...sourcesBelow(scenarios).map((path) => ({
    path: join(scenarios, path),
    scenarioName: path.replace(/\.m?[jt]s$/, ""),
  })),
];

/** What loaded files declare together. Throws a {@link Mistake} where names clash, or something is missing or idle. */
export const projectOf = (folders: Folders, loaded: readonly Source[]): Project => {
  const project = {
    ...collect(loaded),
    folders,
    sources: loaded.map(({ path }) => path),
  };
  mustDeclare(project);
  mustBeOfUse(loaded, new Set(project.scenarios.map(({ name }) => name)));
  return project;
};

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
