import { Mistake } from "../mistake.ts";
import type { Composition } from "./composition.ts";
import { hasIntent, intentNames } from "./intents.ts";
import type { Part } from "./part.ts";
import type { Freedom } from "./plan.ts";
import type { Bound } from "./scenario.ts";

/** Somebody who may do something that nothing of theirs has. */
export interface Lack {
  readonly who: string;
  readonly event: string;
}

/** Refuses a freedom that nobody has under any protocol, most likely since a name is misspelt. */
export const checkFreedom = (parts: readonly Part[], freedom: Freedom): void => {
  const lacks = lacksIn(parts, freedom);
  const unknown = namesMissing(parts, freedom);
  if (lacks.length > 0 || unknown.length > 0) {
    const all = [...parts, ...(freedom.elsewhere?.() ?? []).flatMap((other) => other.parts)];
    const [nowhere] = lacksIn(all, freedom);
    if (nowhere) throw lackMistake(all, nowhere, freedom);
    const [nobody] = namesMissing(all, freedom);
    if (nobody !== undefined) throw sparedMistake(all, nobody, freedom);
  }
  checkBounds(freedom);
};

/** What somebody may do, and cannot, since none of these parts of theirs has such an intent. */
export const lacksIn = (
  parts: Composition["parts"],
  { mayDo }: Pick<Freedom, "mayDo">,
): readonly Lack[] =>
  Object.entries(mayDo).flatMap(([who, events]) => {
    const theirs = partsOf(parts, who);
    return events
      .filter((event) => !theirs.some((part) => hasIntent(part, event)))
      .map((event) => ({ who, event }));
  });

const partsOf = (parts: readonly Part[], who: string): readonly Part[] =>
  parts.filter(({ name, unit, owner }) => [name, unit, owner].includes(who));

const namesMissing = (
  parts: readonly Part[],
  { spared }: Pick<Freedom, "spared">,
): readonly string[] => (spared ?? []).filter((name) => !parts.some(({ unit }) => unit === name));

const lackMistake = (parts: readonly Part[], { who, event }: Lack, { place }: Freedom): Mistake => {
  const theirs = partsOf(parts, who);
  if (theirs.length === 0)
    return new Mistake({
      what: `"${who}" may do something, but nobody in the cast has that name`,
      where: place,
      why: `the cast has ${listed(parts.map(({ owner }) => owner))}`,
      todo: "correct the name in mayDo",
    });
  const known = theirs.flatMap((part) => intentNames(part, event));
  return new Mistake({
    what: `"${who}" may do "${event}", but nothing of theirs has such an intent`,
    where: place,
    why: `they have ${listed(known) || "none"}`,
    todo: "correct the event in mayDo",
  });
};

const sparedMistake = (parts: readonly Part[], name: string, { place }: Freedom): Mistake =>
  new Mistake({
    what: `"${name}" is to be spared, but nothing in the cast goes by that name`,
    where: place,
    why: `faults hit ${listed(parts.map(({ unit }) => unit))}`,
    todo: "correct the name in spared",
  });

const listed = (names: readonly string[]): string => [...new Set(names)].toSorted().join(", ");

const checkBounds = ({ bound, faults, place }: Freedom): void => {
  for (const [name, most] of Object.entries({ ...bound, ...faults }) as [keyof Bound, number][])
    if (!Number.isSafeInteger(most) || most < 0)
      throw new Mistake({
        what: `the bound "${name}" is ${most}`,
        where: place,
        why: "a bound counts something, so it is a whole number, zero or more",
        todo: "correct it in the scenario",
      });
};
