import type { Composition } from "./composition.ts";
import { eventName, intentsOf, typeIn } from "./intents.ts";
import type { Opens, Part } from "./part.ts";

import type { Scenario } from "./scenario.ts";

/** Something that a scenario lets somebody do, and by which others may come to read or do more than before. */
export interface Opening {
  readonly kind: Opens;
  /** Whom the scenario lets do it, and what: `bob user.report`, `shop owner.switch to=hosted`. */
  readonly name: string;
}

type MayDo = Scenario["mayDo"];

/** Everything of a scenario that its protocol declares as a grant, an opt-in or a capability, in the order of mayDo. */
export const openingsOf = (composition: Composition, mayDo: MayDo): readonly Opening[] =>
  entriesOf(composition, mayDo).flatMap(({ who, does, opens }) =>
    opens ? [{ kind: opens, name: nameOf(who, does) }] : [],
  );

/** The same freedom with those openings only that are named; whatever is none stays. */
export const openingOnly = (
  composition: Composition,
  mayDo: MayDo,
  names: readonly string[],
): MayDo => {
  const kept = entriesOf(composition, mayDo).filter(
    ({ who, does, opens }) => !opens || names.includes(nameOf(who, does)),
  );
  return Object.fromEntries(
    Object.keys(mayDo).map((who) => [
      who,
      kept.filter((entry) => entry.who === who).map(({ does }) => does),
    ]),
  );
};

interface Entry {
  readonly who: string;
  readonly does: string;
  readonly opens: Opens | undefined;
}

const nameOf = (who: string, does: string): string => `${who} ${does}`;

/** Every single thing that somebody may do: an opening with fields is one for each choice of them. */
const entriesOf = ({ parts }: Composition, mayDo: MayDo): readonly Entry[] =>
  Object.entries(mayDo).flatMap(([who, events]) => {
    const theirs = parts.filter(({ name, unit, owner }) => [name, unit, owner].includes(who));
    return events.flatMap((event) => singly(theirs, event).map((one) => ({ who, ...one })));
  });

const singly = (parts: readonly Part[], event: string): readonly Omit<Entry, "who">[] => {
  const type = typeIn(event);
  const opening = parts.filter(({ kind }) => kind.intents?.[type]?.opens !== undefined);
  const opens = opening[0]?.kind.intents?.[type]?.opens;
  if (!opens) return [{ does: event, opens }];
  const choices = opening.flatMap((part) =>
    intentsOf(part, type)
      .map(eventName)
      .filter((name) => event === type || event === name),
  );
  return [...new Set(choices)].map((does) => ({ does, opens }));
};
