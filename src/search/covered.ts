import type { World } from "../world/index.ts";
import type { Covered } from "./result.ts";

/** Something that parts of one kind declare. */
type Declared = Omit<Covered, "seen">;

/**
 * Everything that the kinds of parts of a world declare, in an order that follows from names alone: their states, their
 * transitions and their intents.
 */
const declaredIn = ({ plan }: World): readonly Declared[] => {
  const found = new Map<string, Declared>();
  for (const { table, part } of plan.parts) {
    const { kind, intents = {}, never = {} } = part.kind;
    for (const [what, names] of [
      ["state", table.states],
      ["transition", table.transitions],
      ["intent", Object.keys(intents)],
    ] as const)
      for (const name of names) {
        const key = keyOf({ part: kind, what, name });
        const because = never[name] ?? found.get(key)?.because;
        found.set(key, { part: kind, what, name, because });
      }
  }
  return [...found].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, one]) => one);
};

const keyOf = ({ part, what, name }: Pick<Covered, "part" | "what" | "name">): string =>
  `${part}\0${what}\0${name}`;

/** For each thing that the parts of a world declare, whether the world has come to it: 1, or 0. Small enough to send. */
export const marksOf = (world: World): Uint8Array => {
  const { plan, coverage } = world;
  const seen = new Set<string>();
  for (const { index, table, part } of plan.parts)
    for (const entry of coverage.entriesOf(index)) {
      const see = (what: Covered["what"], name: string): void =>
        void seen.add(keyOf({ part: part.kind.kind, what, name }));
      for (const state of table.activeOf[entry]!) see("state", table.states[state]!);
      for (const taken of table.takenOf[entry]!) see("transition", table.transitions[taken]!);
    }
  for (const intent of coverage.intents) {
    const { part, event } = plan.intents[intent]!;
    seen.add(keyOf({ part: plan.parts[part]!.part.kind.kind, what: "intent", name: event.type }));
  }
  return Uint8Array.from(declaredIn(world), (declared) => (seen.has(keyOf(declared)) ? 1 : 0));
};

/** What the parts of a world declare, each with whether one of these searches has come to it. */
export const coveredBy = (world: World, searches: readonly Uint8Array[]): Covered[] =>
  declaredIn(world).map((declared, at) => ({
    ...declared,
    seen: searches.some((marks) => marks[at] === 1),
  }));
