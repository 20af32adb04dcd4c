import type { Invariant, PartNamed, RelationalRule } from "../../promise/index.ts";
import type { Guessable, Term } from "../../term/index.ts";
import type { EventObject, Part } from "../../world/index.ts";
import { compositionOf, relationsOf, type Task } from "../task.ts";

/** Whether one observer can tell two runs of a task apart that differ in the secret of an invariant alone. */
export interface Question {
  readonly task: Task;
  readonly invariant: Invariant;
  readonly rule: RelationalRule;
  /** The observer's name, and the parts that are its own. */
  readonly observer: string;
  readonly parts: readonly PartNamed[];
}

/** A part as observers and secrets are told by. */
const named = ({ name, kind, owner, unit, roles }: Part): PartNamed => ({
  name,
  kind: kind.kind,
  owner,
  unit,
  roles,
});

/**
 * What a task asks about pairs of runs, in the order of the invariants and of the observers' names. Two runs take more
 * than twice as long as one, so only what a scenario is about is asked; or just the invariant `only`.
 */
export const questionsOf = (task: Task, only?: string): Question[] =>
  relationsOf(task.promises)
    .filter(({ id }) => (only === undefined ? isAbout(task, id) : id === only))
    .flatMap((invariant) => {
      const rule = invariant.rule as RelationalRule;
      const observers = new Map<string, PartNamed[]>();
      for (const part of compositionOf(task).parts.map(named)) {
        const observer = rule.observer.of(part);
        if (observer === undefined) continue;
        const parts = observers.get(observer);
        if (parts) parts.push(part);
        else observers.set(observer, [part]);
      }
      return [...observers]
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
        .map(([observer, parts]): Question => ({ task, invariant, rule, observer, parts }));
    });

const isAbout = ({ scenario, promises }: Task, invariant: string): boolean =>
  scenario.about.includes(invariant) ||
  promises.some(
    ({ id, invariants }) =>
      scenario.about.includes(id) && invariants.some((each) => each.id === invariant),
  );

/** Whether an intent is what the two runs differ in: only the first makes it. */
export const isSecret = (
  { rule: { secret }, parts }: Question,
  part: Part,
  { type, ...fields }: EventObject,
): boolean => "moves" in secret && secret.moves({ part: named(part), event: type, fields }, parts);

/** The texts that whoever compares two runs may try, because one of them stands in the one and one in the other. */
export const guessableIn =
  ({ secret }: RelationalRule): Guessable =>
  ({ kind, about }: Term) =>
    kind === "body" && "texts" in secret && secret.texts(about);
