import type { Project } from "../cli/project/project.ts";
import { version } from "../cli/version.ts";
import type { Place } from "../mistake.ts";
import {
  buildReport,
  exitCodeOf,
  failureLines,
  openLines,
  styleFor,
  type RunReport,
  type TaskMaterial,
} from "../report/index.ts";
import type { Effort } from "./play.ts";

/** What a test says where a scenario did not turn out as it says. A runner shows the lines at which its stack points. */
class Unexpected extends Error {
  override readonly name = "Unexpected";

  constructor(lines: readonly string[], places: readonly (Place | undefined)[]) {
    super(lines.join("\n"));
    const frames = places.flatMap((place) =>
      place ? [`    at ${place.file}:${place.line}:1`] : [],
    );
    this.stack = [`${this.name}: ${this.message}`, ...frames].join("\n");
  }
}

/** What of a task did not turn out as its scenario expects; undefined where everything did. */
export const failureOf = (
  project: Project,
  material: TaskMaterial,
  effort: Effort,
): Error | undefined => {
  const run = reportOf(project, [material], effort, false);
  if (exitCodeOf(run, false) === 0) return undefined;
  const { scenario } = material;
  const blamed = run.traces
    .filter(({ expected }) => !expected)
    .map(({ by }) => placeOf(project, by));
  return new Unexpected(
    [scenario.says, ...failureLines(run, plain), ...searchedWith(run)],
    [...blamed, scenario.place],
  );
};

/** What is left open once every task was played: what nothing put to the test, and what of the models never comes up. */
export const openEnds = (
  project: Project,
  materials: readonly TaskMaterial[],
  effort: Effort,
): Error | undefined => {
  const lines = openLines(reportOf(project, materials, effort, true), plain);
  return lines.length === 0 ? undefined : new Unexpected(lines, []);
};

/** Colours are the runner's. */
const plain = styleFor({ flag: false, env: process.env, isTTY: false, columns: undefined });

const searchedWith = ({ seed, runs, tasks, traces }: RunReport): string[] => [
  "",
  tasks.some((task) => task.runs > 0)
    ? `seed ${seed}, ${runs.toLocaleString("en")} runs`
    : `seed ${seed}, and every state was visited, whatever the seed`,
  ...(traces.some(({ expected }) => !expected)
    ? ["sealcheck show draws a story, with the token that replays it"]
    : []),
];

const placeOf = ({ folders }: Project, by: RunReport["traces"][number]["by"]): Place | undefined =>
  by?.file === undefined || by.line === undefined
    ? undefined
    : { file: `${folders.project}/${by.file}`, line: by.line };

const reportOf = (
  project: Project,
  tasks: readonly TaskMaterial[],
  { seed, runs }: Effort,
  whole: boolean,
): RunReport =>
  buildReport({
    version,
    seed,
    runs,
    causes: false,
    whole,
    // Nothing of it is shown.
    modelHash: "",
    folder: project.folders.project,
    promises: project.promises,
    versions: new Set(project.versions.map(({ name }) => name)),
    ledger: project.ledger,
    tasks,
    leftOut: [],
  });
