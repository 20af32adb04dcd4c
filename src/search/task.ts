import { Mistake } from "../mistake.ts";
import {
  compile,
  type CompiledInvariant,
  type Invariant,
  type PrivacyPromise,
} from "../promise/index.ts";
import {
  adversaryWords,
  attackerIn,
  lacksIn,
  LiveWorld,
  World,
  type Adversary,
  type Composition,
  type Freedom,
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

export const compositionOf = ({
  protocol,
  scenario,
}: Pick<Task, "protocol" | "scenario">): Composition => protocol.compose(scenario.cast);

/** A scenario's freedom under the protocol of a task: what only others of its protocols have, nobody can do here. */
export const freedomOf = ({ scenario, still, protocol }: Task): Freedom => ({
  ...scenario,
  still,
  elsewhere: () =>
    scenario.protocols
      .filter(({ compose }) => compose !== protocol.compose)
      .map(({ compose }) => compose(scenario.cast)),
});

/** What a scenario lets people do that nobody has under this protocol, e.g. "policy authority.announce". */
export const lackedIn = (task: Pick<Task, "protocol" | "scenario">): readonly string[] =>
  lacksIn(compositionOf(task).parts, task.scenario).map(({ who, event }) => `${who} ${event}`);

/** The adversaries that a task's protocol declares for its cast. */
export const adversariesOf = (task: Pick<Task, "protocol" | "scenario">): readonly Adversary[] =>
  compositionOf(task).adversaries;

/** Why an adversary has nothing to do in a task, if the protocol says so of its cast. */
export const idleIn = (
  task: Pick<Task, "protocol" | "scenario">,
  adversary: string,
): string | undefined => compositionOf(task).idle[adversary];

/** The names of all adversaries that a task's protocol knows of, whether they have anything to do or not. */
export const adversaryNames = (task: Pick<Task, "protocol" | "scenario">): readonly string[] => {
  const { adversaries, idle } = compositionOf(task);
  return [...adversaries.map(({ name }) => name), ...Object.keys(idle)];
};

/** What a protocol is called while an adversary attacks it. */
export const underName = (protocol: string, adversary: string): string =>
  `${protocol} against ${adversary}`;

/**
 * The same task with an adversary switched on: a protocol by itself, under a name of its own, whose expectations stand
 * under that name. An adversary only adds to what can happen, so that whatever is expected to break without one is
 * expected to break.
 */
export const attackedBy = (task: Task, adversary: string): Task => {
  const { protocol, scenario } = task;
  const name = underName(protocol.name, adversary);
  const composition = compositionOf(task);
  const one = attackerIn(composition, { ...scenario, adversary })!;
  const breaking = Object.entries(scenario.expects[protocol.name] ?? {}).filter(
    ([, { expects }]) => expects === "breaks",
  );
  return {
    ...task,
    protocol: {
      ...protocol,
      name,
      assumptions: [...protocol.assumptions, adversaryWords(one, composition)],
    },
    scenario: {
      ...scenario,
      adversary,
      expects: {
        ...scenario.expects,
        [name]: { ...Object.fromEntries(breaking), ...scenario.expects[name] },
      },
    },
  };
};

/** The same task with the adversary that its scenario names, if it names one. */
export const asDeclared = (task: Task): Task =>
  task.scenario.adversary === undefined ? task : attackedBy(task, task.scenario.adversary);

/** The invariants that a task's scenario is about, whether it names them or their promises. */
export const invariantsAbout = ({
  scenario: { about },
  promises,
}: Pick<Task, "scenario" | "promises">): ReadonlySet<string> =>
  new Set(
    promises.flatMap(({ id, invariants }) =>
      invariants
        .map((invariant) => invariant.id)
        .filter((each) => about.includes(id) || about.includes(each)),
    ),
  );

/** The monitors of all invariants of all promises, in the order of their ids. */
export const monitorsOf = ({ promises }: Task): CompiledInvariant[] =>
  invariantsOf(promises).map(compile);

/** A tabulated world that stands where the scenario's set-up leaves it. */
export const worldOf = (task: Task, monitors = monitorsOf(task)): World => {
  const world = new World(compositionOf(task), freedomOf(task), monitors);
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
