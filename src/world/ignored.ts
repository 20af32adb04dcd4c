import type { World } from "./world.ts";

/**
 * Events that reached a part in a state that does not name them, and how often. XState drops them without a word, and
 * a lost notice looks exactly like that. For people, each once, in the order of the alphabet: "box reader in on ignores
 * unheard".
 */
export const ignoredIn = ({ plan, coverage }: World): readonly (readonly [string, number])[] => {
  const told = new Map<string, number>();
  for (const { index, table, part } of plan.parts) {
    const times = coverage.timesOf(index);
    for (const entry of coverage.entriesOf(index)) {
      if (table.handledOf[entry] !== 0) continue;
      const { local, symbol } = table.asked(entry);
      const name = `${part.kind.kind} in ${table.localName(local)} ignores ${table.eventOf(symbol).type}`;
      told.set(name, (told.get(name) ?? 0) + times[entry]!);
    }
  }
  return [...told].toSorted(([left], [right]) => (left < right ? -1 : 1));
};
