import type { Task } from "../../search/index.ts";
import { promisesFor, type Project } from "../project/index.ts";
import { distancesFrom } from "./distances.ts";

/**
 * Tasks whose outcome may be another one after these files have changed, those first that are nearest to the change. A
 * scenario is touched by what it imports, and by the promises that it is judged by: by those that it is about before
 * others. Of tasks equally near, the one that took less time last comes first; before those of which that is not known,
 * and of these the one that lets people and faults do least.
 */
export const touchedBy = (
  project: Project,
  tasks: readonly Task[],
  changed: readonly string[],
  seconds: (task: Task) => number | undefined,
): readonly Task[] => {
  const distances = distancesFrom(changed, project.sources);
  const fileOf = new Map(
    project.scenarios.map(({ name }) => [
      name,
      project.sources.find((path) => isScenario(project, path, name)),
    ]),
  );
  const near = (task: Task): number =>
    Math.min(
      distances.get(fileOf.get(task.scenarioName) ?? "") ?? Infinity,
      ...promisesFor(project, task.scenario).map(({ id, invariants, place }) => {
        const distance = distances.get(place?.file ?? "");
        if (distance === undefined) return Infinity;
        const ids = [id, ...invariants.map((invariant) => invariant.id)];
        return task.scenario.about.some((about) => ids.includes(about)) ? distance : distance + far;
      }),
    );
  return tasks
    .map((task) => ({
      task,
      near: near(task),
      seconds: seconds(task) ?? Infinity,
      freedom: freedomIn(task),
    }))
    .filter((each) => each.near < Infinity)
    .toSorted(
      (left, right) =>
        left.near - right.near ||
        compare(left.seconds, right.seconds) ||
        left.freedom - right.freedom,
    )
    .map(({ task }) => task);
};

/** Farther than any import. */
const far = 1000;

/** The more can be done, and the more often, the more states there are, as a rule. */
const freedomIn = ({ scenario: { mayDo, bound, faults } }: Task): number => {
  const { moves: _moves, ...limits } = bound;
  const sum = (figures: readonly (number | undefined)[]): number =>
    figures.reduce<number>((total, figure) => total + (figure ?? 0), 0);
  const choices = sum(Object.values(mayDo).map(({ length }) => length));
  return choices * (1 + sum(Object.values(limits))) * (1 + 2 * sum(Object.values(faults)));
};

const compare = (left: number, right: number): number => (left === right ? 0 : left - right);

const isScenario = ({ folders }: Project, path: string, name: string): boolean =>
  path.startsWith(folders.scenarios) && path.replace(/\.m?[jt]s$/, "").endsWith(`/${name}`);
