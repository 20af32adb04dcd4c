import { extname, isAbsolute, relative, resolve } from "node:path";
import { Mistake } from "../../mistake.ts";
import type { Task } from "../../search/index.ts";
import { suggestion } from "../nearest.ts";
import { tasksOf, type Project } from "./project.ts";

/** What a command line selects: scenarios by name, by folder or by file, and one protocol. */
export interface Selection {
  readonly scenarios: readonly string[];
  readonly protocol: string | undefined;
}

/** The tasks that are selected; all, if nothing is named. Throws a {@link Mistake} about a name that is not known. */
export const select = (project: Project, { scenarios, protocol }: Selection): Task[] => {
  const names = project.scenarios.map(({ name }) => name);
  const wanted = new Set(scenarios.flatMap((argument) => matching(project, names, argument)));
  mustKnowProtocol(project, protocol);
  return tasksOf(project).filter(
    (task) =>
      (scenarios.length === 0 || wanted.has(task.scenarioName)) &&
      (protocol === undefined || task.protocol.name === protocol),
  );
};

/**
 * Whether a search that visits every state leaves a task out: its scenario is only sampled, and nobody named it. A folder
 * names nobody.
 */
export const leavesOut = (
  project: Project,
  { scenarios }: Selection,
  { scenario, scenarioName }: Task,
): boolean =>
  scenario.onlySampled !== undefined &&
  !scenarios.some((argument) => given(project, argument).name === scenarioName);

/** The one task of that scenario and protocol. Throws a {@link Mistake} if there is none. */
export const taskNamed = (project: Project, scenario: string, protocol: string): Task => {
  mustKnowProtocol(project, protocol);
  const names = project.scenarios.map(({ name }) => name);
  if (!names.includes(scenario)) throw unknown("scenario", scenario, names);
  const task = tasksOf(project).find(
    (each) => each.scenarioName === scenario && each.protocol.name === protocol,
  );
  if (task) return task;
  throw new Mistake({
    what: `scenario "${scenario}" is not played under protocol "${protocol}"`,
    where: project.scenarios.find(({ name }) => name === scenario)?.scenario.place,
    todo: "add the protocol to the scenario, or replay a trace of one of its own",
  });
};

export const unknown = (what: string, name: string, known: readonly string[]): Mistake =>
  new Mistake({
    what: `there is no ${what} "${name}"`,
    why: suggestion(name, known),
    todo: "sealcheck list shows all of them",
  });

const mustKnowProtocol = ({ protocols }: Project, name: string | undefined): void => {
  const names = protocols.map((protocol) => protocol.name);
  if (name !== undefined && !names.includes(name)) throw unknown("protocol", name, names);
};

/** What an argument names: a scenario or a folder of them; and whether it is the folder of all. */
const given = (
  { folders }: Project,
  argument: string,
): { readonly name: string; readonly all: boolean } => {
  const path = relative(folders.scenarios, resolve(folders.project, argument));
  const outside = path.startsWith("..") || isAbsolute(path) || path === "";
  const wanted = outside ? argument.replace(/\/$/, "") : path;
  const name = extname(wanted) === "" ? wanted : wanted.replace(/\.m?[jt]s$/, "");
  return { name, all: path === "" };
};

const matching = (
  project: Project,
  names: readonly string[],
  argument: string,
): readonly string[] => {
  const wanted = given(project, argument);
  if (wanted.all) return names;
  const found = names.filter((name) => name === wanted.name || name.startsWith(`${wanted.name}/`));
  if (found.length === 0) throw unknown("scenario", argument, names);
  return found;
};
