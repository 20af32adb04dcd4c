import type { Task } from "../../search/index.ts";
import { promisesFor, type Project } from "../project/index.ts";
import { distancesFrom } from "./distances.ts";

/**
 * Tasks whose outcome may be another one after these files have changed, those first that are nearest to the change. A
 * scenario is touched by what it imports, and by the promises that it is judged by: by those that it is about before
 * others. Of tasks equally near, the one that took less time last comes first.
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
    .map((task) => ({ task, near: near(task), seconds: seconds(task) ?? Infinity }))
    .filter((each) => each.near < Infinity)
    .toSorted((left, right) => left.near - right.near || compare(left.seconds, right.seconds))
    .map(({ task }) => task);
};

/** Farther than any import. */
const far = 1000;

const compare = (left: number, right: number): number => (left === right ? 0 : left - right);

const isScenario = ({ folders }: Project, path: string, name: string): boolean =>
  path.startsWith(folders.scenarios) && path.replace(/\.m?[jt]s$/, "").endsWith(`/${name}`);
