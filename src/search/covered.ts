import type { MachineTable } from "../machine/index.ts";
import type { World } from "../world/index.ts";
import type { Covered } from "./result.ts";

/** Something that parts of one kind declare. */
type Declared = Omit<Covered, "seen" | "times">;

/** Everything that the kinds of parts of a world declare, and where it stands. */
interface Declarations {
  /** In an order that follows from names alone. */
  readonly all: readonly Declared[];
  /** By part: where its states and its transitions stand. */
  readonly parts: readonly {
    readonly states: readonly number[];
    readonly transitions: readonly number[];
  }[];
  /** Where each intent stands. */
  readonly intents: readonly number[];
}

const known = new WeakMap<World["plan"], Declarations>();

const declarationsOf = ({ plan }: World): Declarations => {
  let declarations = known.get(plan);
  if (!declarations) known.set(plan, (declarations = declaredIn(plan)));
  return declarations;
};

const declaredIn = ({ parts, intents }: World["plan"]): Declarations => {
  const found = new Map<string, Declared>();
  for (const { table, part } of parts) {
    const { kind, never = {}, intents: offered = {} } = part.kind;
    for (const [what, names] of [
      ["state", table.states],
      ["transition", table.transitions],
      ["intent", Object.keys(offered)],
    ] as const)
      for (const name of names) {
        const key = keyOf({ part: kind, what, name });
        const because = never[name] ?? found.get(key)?.because;
        found.set(key, { part: kind, what, name, because });
      }
  }
  const all = [...found].toSorted(([left], [right]) => (left < right ? -1 : 1));
  const places = new Map(all.map(([key], at) => [key, at]));
  const placeOf = (part: string, what: Covered["what"], name: string): number =>
    places.get(keyOf({ part, what, name }))!;
  return {
    all: all.map(([, one]) => one),
    parts: parts.map(({ table, part: { kind } }) => ({
      states: table.states.map((name) => placeOf(kind.kind, "state", name)),
      transitions: table.transitions.map((name) => placeOf(kind.kind, "transition", name)),
    })),
    intents: intents.map(({ part, event }) =>
      placeOf(parts[part]!.part.kind.kind, "intent", event.type),
    ),
  };
};

const keyOf = ({ part, what, name }: Pick<Covered, "part" | "what" | "name">): string =>
  `${part}\0${what}\0${name}`;

/** For each thing that the parts of a world declare, how often the world has come to it. Small enough to send. */
export const timesIn = (world: World): Float64Array => {
  const { plan, coverage } = world;
  const { all, parts, intents } = declarationsOf(world);
  const sums = new Float64Array(all.length);
  for (const { index, table } of plan.parts) {
    const { states, transitions } = parts[index]!;
    const times = coverage.timesOf(index);
    for (const entry of coverage.entriesOf(index)) {
      add(sums, states, table.activeOf[entry]!, times[entry]!);
      add(sums, transitions, table.takenOf[entry]!, times[entry]!);
    }
  }
  for (const [intent, at] of intents.entries()) sums[at]! += coverage.intents[intent] ?? 0;
  // Counts that were shared among those alike are whole again once they are added up.
  return sums.map(Math.round);
};

const add = (
  sums: Float64Array,
  places: readonly number[],
  those: MachineTable["activeOf"][number],
  times: number,
): void => {
  for (const one of those) sums[places[one]!]! += times;
};

/** What the parts of a world declare, each with how often all of these searches have come to it. */
export const coveredBy = (world: World, searches: readonly Float64Array[]): Covered[] =>
  declarationsOf(world).all.map((declared, at) => {
    const times = searches.reduce((sum, each) => sum + each[at]!, 0);
    return { ...declared, seen: times > 0, times };
  });
