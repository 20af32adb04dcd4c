import { Mistake } from "../mistake.ts";
import type { Meanings } from "../promise/index.ts";
import type { Task } from "../search/index.ts";
import { select, type Project } from "./project/index.ts";

/** One story under two versions. */
export interface Pair {
  readonly base: Task;
  readonly head: Task;
  /** The base as its own side has the story, where it has it: this is what its promises were judged in. */
  readonly judgedBase: Task | undefined;
  /** The names of the versions. */
  readonly versions: readonly [base: string, head: string];
}

interface Sides {
  readonly base: Project;
  readonly head: Project;
  readonly same: boolean;
}

/** What is compared, and in which scenarios; in all, if none is named. */
interface Asked {
  readonly base: string;
  readonly head: string;
  readonly scenarios: readonly string[];
}

/**
 * Scenarios that are played under both: under two protocols, or under each protocol that two revisions share. Throws a
 * {@link Mistake} if there is none.
 */
export const pairsOf = (sides: Sides, asked: Asked): readonly Pair[] => {
  const pairs = sides.same ? betweenProtocols(sides.head, asked) : betweenRevisions(sides, asked);
  if (pairs.length === 0) throw unplayed(asked);
  return pairs;
};

const betweenProtocols = (project: Project, { base, head, scenarios }: Asked): readonly Pair[] => {
  const before = select(project, { scenarios, protocol: base });
  return select(project, { scenarios, protocol: head }).flatMap((now) => {
    const twin = before.find(({ scenarioName }) => scenarioName === now.scenarioName);
    return twin ? [{ base: twin, head: now, judgedBase: twin, versions: [base, head] }] : [];
  });
};

const betweenRevisions = ({ base, head }: Sides, { scenarios }: Asked): readonly Pair[] => {
  const before = select(base, { scenarios: [], protocol: undefined });
  return select(head, { scenarios, protocol: undefined })
    .filter(({ protocol }) => head.versions.includes(protocol))
    .flatMap((now): Pair[] => {
      const { name } = now.protocol;
      const protocol = base.versions.find((each) => each.name === name);
      const judgedBase = before.find(
        (each) => each.protocol === protocol && each.scenarioName === now.scenarioName,
      );
      // The same story under both: who plays it and how far it goes is the head's to say.
      const same = protocol && { ...now, protocol };
      return same ? [{ base: same, head: now, judgedBase, versions: [name, name] }] : [];
    });
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
