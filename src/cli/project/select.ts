import { extname, isAbsolute, relative, resolve } from "node:path";
import { Mistake } from "../../mistake.ts";
import {
  adversariesOf,
  adversaryNames,
  attackedBy,
  idleIn,
  underName,
  type Task,
} from "../../search/index.ts";
import { suggestion } from "../nearest.ts";
import { mistakeOf } from "./blame.ts";
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
      (protocol === undefined || unattacked(task) === protocol),
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
export const taskNamed = (project: Project, scenario: string, named: string): Task => {
  const { protocol, adversary } = partsOf(project, named);
  mustKnowProtocol(project, protocol);
  const names = project.scenarios.map(({ name }) => name);
  if (!names.includes(scenario)) throw unknown("scenario", scenario, names);
  const task = tasksOf(project).find(
    (each) => each.scenarioName === scenario && unattacked(each) === protocol,
  );
  if (task) return adversary === undefined ? task : attackedInstead(project, task, adversary);
  throw new Mistake({
    what: `scenario "${scenario}" is not played under protocol "${protocol}"`,
    where: project.scenarios.find(({ name }) => name === scenario)?.scenario.place,
    todo: "add the protocol to the scenario, or replay a trace of one of its own",
  });
};

/** The name of a task's protocol without the adversary. */
const unattacked = ({ scenario, protocol }: Task): string =>
  scenario.protocols.find(
    ({ name }) =>
      name === protocol.name || underName(name, scenario.adversary ?? "") === protocol.name,
  )!.name;

/** A protocol's name, and the adversary's after it, if any. */
const partsOf = (
  { protocols }: Project,
  named: string,
): { readonly protocol: string; readonly adversary: string | undefined } => {
  const attackedOne = protocols.find(({ name }) => named.startsWith(underName(name, "")));
  if (!attackedOne || protocols.some(({ name }) => name === named))
    return { protocol: named, adversary: undefined };
  const adversary = named.slice(underName(attackedOne.name, "").length);
  return { protocol: attackedOne.name, adversary };
};

/** A task without the adversary that its scenario names. */
export const unattackedTask = ({ scenarios }: Project, task: Task): Task => {
  const { scenario } = scenarios.find(({ name }) => name === task.scenarioName)!;
  const protocol = scenario.protocols.find(({ name }) => name === unattacked(task))!;
  return { ...task, scenario: { ...scenario, adversary: undefined }, protocol };
};

/** A task with this adversary, whichever its scenario names. */
const attackedInstead = (project: Project, task: Task, adversary: string): Task =>
  attackedBy(unattackedTask(project, task), adversary);

/** Tasks with an adversary switched on, and those where there is no such adversary, or nothing for them to do. */
export interface Attacked {
  readonly tasks: readonly Task[];
  readonly without: readonly Skipped[];
}

/** A task in which an adversary does not attack; and why, if its protocol says so. */
export interface Skipped {
  readonly task: Task;
  readonly because: string | undefined;
}

/** Switches an adversary on. Throws a {@link Mistake} if no protocol of these tasks declares it. */
export const attackAll = (
  project: Project,
  selected: readonly Task[],
  adversary: string,
): Attacked => {
  const known = [...new Set(selected.flatMap((task) => blamed(task, adversaryNames)))].toSorted();
  if (!known.includes(adversary))
    throw new Mistake({
      what: `there is no adversary "${adversary}"`,
      why: suggestion(adversary, known),
      todo: "name one that a protocol of the selected scenarios declares",
    });
  const isThere = (task: Task): boolean =>
    blamed(task, adversariesOf).some(({ name }) => name === adversary);
  return {
    tasks: selected.filter(isThere).map((task) => attackedInstead(project, task, adversary)),
    without: selected
      .filter((task) => !isThere(task))
      .map((task) => ({ task, because: idleIn(task, adversary) })),
  };
};

const blamed = <T>(task: Task, look: (task: Task) => T): T => {
  try {
    return look(task);
  } catch (error) {
    throw mistakeOf(error, task) ?? error;
  }
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
  // A name without its folder will do where it leads somewhere.
  const others =
    found.length > 0 ? found : names.filter((name) => name.endsWith(`/${wanted.name}`));
  if (others.length === 0) throw unknown("scenario", argument, names);
  return others;
};
