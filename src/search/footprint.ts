import type { Taken } from "../machine/index.ts";
import type { Fact } from "../promise/index.ts";
import type { LiveWorld } from "../world/index.ts";

/** A part that acted in a step, and what it did. */
export interface Acted {
  readonly part: string;
  readonly took: readonly Taken[];
}

/** What a step on live actors had to do with. */
export interface Footprint {
  readonly move: string;
  readonly facts: readonly Fact[];
  readonly acted: readonly Acted[];
  /** Messages that were taken off their channels, and those that were put on one. */
  readonly gone: readonly Item[];
  readonly sent: readonly Item[];
  /** Parts, channels, stores, units and coalitions that it read or changed: steps that share none can change places. */
  readonly touched: ReadonlySet<string>;
}

type Item =
  LiveWorld["channels"] extends ReadonlyMap<string, { items: (infer Each)[] }> ? Each : never;

/** What is compared before and after a step. */
interface Before {
  readonly items: ReadonlyMap<string, readonly Item[]>;
  readonly stores: ReadonlyMap<string, number>;
  readonly observed: ReadonlyMap<string, number>;
  readonly offline: ReadonlySet<string>;
  readonly waiting: readonly string[];
  /** Messages that an adversary remembers. */
  readonly seen: number;
}

/** Makes a move on live actors and tells what it had to do with; `take` makes it, if the world itself is not to. */
export const footprintOf = (
  world: LiveWorld,
  name: string,
  take: (name: string) => Pick<Footprint, "move" | "facts"> = (one) => world.take(one),
): Footprint => {
  for (const { actor } of world.members.values()) actor.took();
  const before = standing(world);
  const { move, facts } = take(name);
  const acted = [...world.members].flatMap(([part, { actor }]) => {
    const took = actor.took();
    return took.length > 0 ? [{ part, took }] : [];
  });
  const after = standing(world);
  const changed = [...world.channels.keys()].filter(
    (channel) => !same(before.items.get(channel)!, after.items.get(channel)!),
  );
  const without = (one: Before, other: Before): Item[] =>
    changed.flatMap((channel) => {
      const there = new Set(other.items.get(channel));
      return one.items.get(channel)!.filter((item) => !there.has(item));
    });
  const touched = new Set([
    ...acted.flatMap(({ part }) => [part, ...readBy(world, part)]).map((part) => `part ${part}`),
    ...changed.map((channel) => `channel ${channel}`),
    ...grown(before.stores, after.stores).map((store) => `store ${store}`),
    ...grown(before.observed, after.observed).map((who) => `knowledge of ${who}`),
    ...[...before.offline.symmetricDifference(after.offline)].map((unit) => `unit ${unit}`),
    ...(/^(?:time|delay|withhold|skew) /.test(name) ? [...before.waiting, "time"] : []),
    ...(before.seen === after.seen ? [] : [remembered]),
    ...drawnOn(world, name),
  ]);
  const gone = without(before, after);
  return { move, facts, acted, gone, sent: without(after, before), touched };
};

const remembered = "what the adversary remembers";

/** What an adversary's move makes use of. */
const drawnOn = ({ adversary, members }: LiveWorld, move: string): string[] => {
  const [kind, ...rest] = move.split(" ");
  const name = rest.join(" ");
  if (kind === "inject") return [`knowledge of ${adversary!.coalition}`];
  if (kind === "replay") return [remembered];
  if (kind === "breach") return [`store ${name}`];
  if (kind !== "corrupt") return [];
  const parts = [...members.values()].filter(({ part }) => part.unit === name);
  return parts.map(({ part }) => `part ${part.name}`);
};

const standing = (world: LiveWorld): Before => ({
  items: new Map([...world.channels].map(([name, { items }]) => [name, [...items]])),
  stores: new Map([...world.stores].map(([name, terms]) => [name, terms.length])),
  observed: new Map([...world.observed].map(([name, terms]) => [name, terms.length])),
  offline: new Set(world.offline),
  waiting: [...world.members].flatMap(([name, { actor }]) =>
    actor.armed().length > 0 ? [`part ${name}`] : [],
  ),
  seen: world.seen.length,
});

const same = (left: readonly Item[], right: readonly Item[]): boolean =>
  left.length === right.length && left.every((item, at) => item === right[at]);

const grown = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] =>
  [...after].flatMap(([name, count]) => (before.get(name) === count ? [] : [name]));

const readBy = (world: LiveWorld, name: string): string[] => {
  const { part } = world.members.get(name)!;
  return Object.values(part.kind.reads ?? {}).flatMap(
    ({ of }) => of({ ...part.roles, name }) ?? [],
  );
};
