import { Mistake } from "../mistake.ts";
import type { Meanings } from "../promise/index.ts";
import { adversariesOf, attackedBy, type Task } from "../search/index.ts";
import { select, unattackedTask, type Project } from "./project/index.ts";

/** One story under two versions. */
export interface Pair {
  readonly base: Task;
  readonly head: Task;
}

/** What is compared of two sides. */
export interface Comparison {
  /** Facts are compared in each of these. */
  readonly pairs: readonly Pair[];
  /** What the promises of each side are judged in: its own stories, as it has them. */
  readonly judged: { readonly base: readonly Task[]; readonly head: readonly Task[] };
  /** Which belong together, by name. */
  readonly versions: readonly (readonly [base: string, head: string])[];
}

interface Sides {
  readonly base: Project;
  readonly head: Project;
  readonly same: boolean;
}

/** What is compared, and in which scenarios; in all, if none is named. */
export interface Asked {
  readonly base: string;
  readonly head: string;
  readonly scenarios: readonly string[];
}

/**
 * Scenarios that are played under both: under two protocols, or under each protocol that two revisions share. Throws a
 * {@link Mistake} if there is none.
 */
export const comparisonOf = (sides: Sides, asked: Asked): Comparison => {
  const { pairs, judged } = sides.same
    ? betweenProtocols(sides.head, asked)
    : betweenRevisions(sides, asked);
  if (pairs.length === 0) throw unplayed(asked);
  const names = [
    ...pairs.map(({ base, head }) => [base.protocol.name, head.protocol.name] as const),
    // Of what is played under the base alone, the name is the same on both sides.
    ...(sides.same ? [] : judged.base.map(({ protocol: { name } }) => [name, name] as const)),
  ];
  const versions = [...new Map(names.map((each) => [each.join("\t"), each])).values()];
  return { pairs, judged, versions };
};

const betweenProtocols = (
  project: Project,
  { base, head, scenarios }: Asked,
): Pick<Comparison, "pairs" | "judged"> => {
  const before = select(project, { scenarios, protocol: base });
  const pairs = select(project, { scenarios, protocol: head }).flatMap((now): Pair[] => {
    const twin = before.find(({ scenarioName }) => scenarioName === now.scenarioName);
    return twin ? [{ base: twin, head: now }] : [];
  });
  const side = (of: keyof Pair): readonly Task[] => pairs.map((pair) => pair[of]);
  return { pairs, judged: { base: side("base"), head: side("head") } };
};

const betweenRevisions = (
  { base, head }: Sides,
  { scenarios }: Asked,
): Pick<Comparison, "pairs" | "judged"> => {
  const shared = ({ versions }: Project, name: string): boolean =>
    versions.some((version) => version.name === name);
  const own = (project: Project, named: readonly string[]): readonly Task[] =>
    select(project, { scenarios: named, protocol: undefined }).filter((task) => {
      const { name } = unattackedTask(project, task).protocol;
      return shared(base, name) && shared(head, name);
    });
  const now = own(head, scenarios);
  const before = own(base, []).filter(
    (task) => scenarios.length === 0 || now.some((each) => isSameStory(each, task)),
  );
  return {
    pairs: now.map((task) => ({ base: underBase(task, { base, head }), head: task })),
    judged: { base: before, head: now },
  };
};

/** A scenario is known again by its name or, where its file was moved, by its sentence. */
const isSameStory = (one: Task, other: Task): boolean =>
  one.scenarioName === other.scenarioName || one.scenario.says === other.scenario.says;

/** The same story as the base plays it: who takes part in it and how far it goes is the head's to say. */
const underBase = (task: Task, { base, head }: Pick<Sides, "base" | "head">): Task => {
  const plain = unattackedTask(head, task);
  const protocol = base.versions.find(({ name }) => name === plain.protocol.name)!;
  const same = { ...plain, protocol };
  const { adversary } = task.scenario;
  const isThere = adversariesOf(same).some(({ name }) => name === adversary);
  return adversary !== undefined && isThere ? attackedBy(same, adversary) : same;
};

/** What facts mean to people. Throws a {@link Mistake} where the models do not say. */
export const meaningsOf = ({ meanings }: Project): Meanings => {
  if (meanings) return meanings;
  throw new Mistake({
    what: "the models do not say which facts are harms, duties or services",
    why: "versions are compared by what their facts mean to people, and only the models know",
    todo: "export meanings({ facts, chats }) of the vocabulary from a file of the models",
  });
};

const unplayed = ({ base, head, scenarios }: Asked): Mistake =>
  new Mistake({
    what: `no ${scenarios.length > 0 ? "selected " : ""}scenario is played under both ${base} and ${head}`,
    why: "versions are compared in the stories that both take part in",
    todo: "add both to the protocols of a scenario",
  });
