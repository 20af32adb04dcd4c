import { never, type Invariant, type Noun, type PrivacyPromise } from "../../promise/index.ts";
import type { Task } from "../task.ts";

/**
 * Something that may come about with some capabilities, grants and opt-ins: an invariant breaks; somebody reads what it
 * speaks of, be that right or wrong; or somebody who may read it is let by somebody who may.
 */
export interface Goal {
  readonly of: "break" | "reading" | "permission";
  readonly invariant: string;
  /** Who reads, or may read. */
  readonly reader?: string;
}

/** By what goals are told apart; that of a break is the invariant's id. */
export const goalId = ({ of, invariant, reader }: Goal): string =>
  of === "break" ? invariant : `${invariant}, ${of} of ${reader}`;

/** The goal of an id, unless that is an invariant's. */
export const goalNamed = (id: string): Goal | undefined => {
  const [, invariant, of, reader] = /^(.*), (reading|permission) of (.*)$/.exec(id) ?? [];
  return invariant === undefined
    ? undefined
    : { of: of as Goal["of"], invariant, ...(reader === undefined ? {} : { reader }) };
};

/** The noun of an invariant that speaks of somebody coming to know a message, if one of its occasions does. */
const reading = ({ nouns }: Invariant): Noun | undefined =>
  [nouns["whenever"], nouns["what"]].find((noun) => noun?.of.includes("learned"));

/** Whether an invariant is about what somebody comes to know. */
export const isAboutReading = (invariant: Invariant): boolean => reading(invariant) !== undefined;

/** Whether it says who may let others read. */
export const permits = ({ pattern }: Invariant): boolean => pattern === "confined";

/**
 * The same task asked for these goals alone. Whoever reads, or may read, is told by an invariant of its own, which breaks
 * when that happens: so it is searched for, made short and confirmed as every break is.
 */
export const askedFor = (task: Task, goals: readonly Goal[]): Task => {
  const wanted = new Set(
    goals.filter(({ of }) => of === "break").map(({ invariant }) => invariant),
  );
  const promises = task.promises.map((promise): PrivacyPromise => ({
    ...promise,
    invariants: promise.invariants.flatMap((invariant) => [
      ...(wanted.has(invariant.id) ? [invariant] : []),
      ...goals
        .filter((goal) => goal.of !== "break" && goal.invariant === invariant.id)
        .map((goal) => asked(invariant, goal)),
    ]),
  }));
  return { ...task, promises: promises.filter(({ invariants }) => invariants.length > 0) };
};

const asked = (invariant: Invariant, goal: Goal): Invariant => {
  const what =
    goal.of === "reading"
      ? only(
          reading(invariant)!,
          (fields, type) => type === "learned" && fields["by"] === goal.reader,
        )
      : only(invariant.nouns["shared"]!, ({ reader }) => reader === goal.reader);
  return { ...never({ says: goalId(goal), what, outOf: what }), id: goalId(goal) };
};

const only = (
  noun: Noun,
  when: (fields: Readonly<Record<string, unknown>>, type: string) => boolean,
): Noun => ({
  ...noun,
  read: (fact, look) => {
    const fields = noun.read(fact, look);
    return fields && when(fields, fact.type) ? fields : undefined;
  },
});
