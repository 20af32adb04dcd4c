import type { Judgement } from "../promise/index.ts";
import type { Changes, Moment, PromiseStanding } from "../report/scenes.ts";
import type { LiveWorld } from "../world/live-world.ts";
import { bodiesIn, carriedIn } from "./carried.ts";

/** How everything stands in a live world. */
export const momentOf = (world: LiveWorld): Moment => ({
  parts: named(world.members, ({ actor }) => leavesOf(actor.view().value)),
  memory: named(world.members, ({ actor }) => plainOf(actor.view().context)),
  channels: named(world.channels, ({ items }) => some(items.map(carriedIn))),
  stores: named(world.stores, (terms) => some(terms.map(({ label }) => label))),
  knowledge: named(world.knowledge, (_, name) => knownBy(world, name)),
  timers: timersOf(world),
  offline: Object.fromEntries([...world.offline].toSorted().map((unit) => [unit, true] as const)),
  promises: named(world.judgements("quiescent"), (judgement) => standingOf(world, judgement)),
});

/** What is otherwise after than before. */
export const changesBetween = (before: Moment, after: Moment): Changes => {
  const sections = Object.keys(before) as (keyof Moment)[];
  return Object.fromEntries(
    sections
      .map((section) => [section, changedEntries(before[section], after[section])] as const)
      .filter(([, entries]) => Object.keys(entries).length > 0),
  );
};

const changedEntries = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, after[name] ?? null]),
  );

/** Entries by name, in order; what is undefined is left out. */
const named = <Value, Told>(
  map: ReadonlyMap<string, Value>,
  tell: (value: Value, name: string) => Told | undefined,
): Record<string, Told> =>
  Object.fromEntries(
    [...map]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .flatMap(([name, value]): [string, Told][] => {
        const told = tell(value, name);
        return told === undefined ? [] : [[name, told]];
      }),
  );

const some = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length > 0 ? list : undefined;

/** The innermost active states, by dotted path. */
const leavesOf = (value: unknown, path: readonly string[] = []): string[] =>
  typeof value === "object" && value !== null && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
    : [[...path, ...(typeof value === "string" ? [value] : [])].join(".")];

/** What of a context changes: what is set once by the input, such as tables of a version, is of no interest here. */
const plainOf = (
  context: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined => {
  const flat = Object.entries(context).filter(
    ([, value]) => value === null || typeof value !== "object",
  );
  return flat.length > 0 ? Object.fromEntries(flat) : undefined;
};

const knownBy = (
  world: LiveWorld,
  coalition: string,
): Readonly<Record<string, "reads" | "holds">> | undefined => {
  const known: Record<string, "reads" | "holds"> = {};
  for (const { term } of world.observed.get(coalition) ?? [])
    for (const { label } of bodiesIn(term)) known[label] = "holds";
  for (const { label } of world.knowledge.get(coalition)!.bodies()) known[label] = "reads";
  const entries = Object.entries(known).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
};

const timersOf = ({ members }: LiveWorld): Record<string, number> =>
  Object.fromEntries(
    [...members].flatMap(([name, { actor }]) =>
      actor.armed().map(({ id, remaining }) => [`${name} ${id}`, remaining] as const),
    ),
  );

const standingOf = (
  world: LiveWorld,
  { params, tested, violations }: Judgement,
): PromiseStanding | undefined => {
  const ours = violations.filter(({ at }) => !world.wasSetUp(at));
  const wordsOf = (wanted: "end" | "step"): string[] => [
    ...new Set(
      ours
        .filter(({ at }) => (at === "end") === (wanted === "end"))
        .map(({ binding }) => params.map((name, at) => `${name} ${binding[at]}`).join(", ")),
    ),
  ];
  const [broken, owed] = [wordsOf("step"), wordsOf("end")];
  return tested + broken.length + owed.length > 0 ? { tested, broken, owed } : undefined;
};
