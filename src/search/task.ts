import { Mistake } from "../mistake.ts";
import { compile, type Invariant, type PrivacyPromise } from "../promise/index.ts";
import {
  LiveWorld,
  World,
  type Composition,
  type Protocol,
  type Scenario,
} from "../world/index.ts";
import { takeByName } from "./take-by-name.ts";

/** What is searched: one scenario under one protocol, judged by every promise of the project. */
export interface Task {
  readonly scenario: Scenario;
  readonly scenarioName: string;
  readonly protocol: Protocol;
  readonly promises: readonly PrivacyPromise[];
  /** Parts, units or owners who do nothing of their own accord: a slice of the task. */
  readonly still?: readonly string[];
}

/** All invariants of all promises that speak of one run, in the order of their ids. */
export const invariantsOf = (promises: readonly PrivacyPromise[]): Invariant[] =>
  inOrder(promises).filter(({ rule }) => rule.kind !== "relational");

/** All that compare two runs, in the order of their ids. */
export const relationsOf = (promises: readonly PrivacyPromise[]): Invariant[] =>
  inOrder(promises).filter(({ rule }) => rule.kind === "relational");

const inOrder = (promises: readonly PrivacyPromise[]): Invariant[] =>
  promises
    .flatMap(({ invariants }) => invariants)
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));

export const compositionOf = ({ protocol, scenario }: Task): Composition =>
  protocol.compose(scenario.cast);

/** A tabulated world that stands where the scenario's set-up leaves it. */
export const worldOf = (task: Task): World => {
  const world = new World(
    compositionOf(task),
    { ...task.scenario, still: task.still },
    invariantsOf(task.promises).map(compile),
  );
  world.begin();
  for (const name of task.scenario.setUp)
    if (!takeByName(world, name, "setUp")) throw setUpFails(task, name, world);
  world.startHere();
  return world;
};

/** A live world that stands where the scenario's set-up leaves it. */
export const liveWorldOf = (task: Task): LiveWorld => {
  const world = new LiveWorld(compositionOf(task), task.scenario, invariantsOf(task.promises));
  for (const name of task.scenario.setUp) world.take(name, "setUp");
  world.startHere();
  return world;
};

export const setUpFails = (task: Task, name: string, world: World): Mistake => {
  const offered = world.offers.names("setUp");
  return new Mistake({
    what: `the set-up of scenario "${task.scenarioName}" wants "${name}", which is not possible there under ${task.protocol.name}`,
    where: task.scenario.place,
    why: `possible there: ${offered.slice(0, 12).join("; ")}${offered.length > 12 ? "; …" : ""}`,
    todo: "correct the set-up",
  });
};
