import { buildReport, type RunReport } from "../report/index.ts";
import { modelHash, type Project } from "./project/index.ts";
import { version } from "./version.ts";

/** A report of no search at all. */
export const nothingSearched = (project: Project): RunReport =>
  buildReport({
    version,
    seed: 1,
    runs: 0,
    causes: false,
    whole: false,
    modelHash: modelHash(project),
    folder: project.folders.project,
    promises: project.promises,
    versions: new Set(project.versions.map(({ name }) => name)),
    ledger: undefined,
    tasks: [],
    leftOut: [],
  });
