import { nothing, type Term } from "../term/index.ts";
import type { Channel } from "./composition.ts";
import { standing } from "./effects.ts";
import type { LiveItem, LiveWorld } from "./live-world.ts";
import type { Who } from "./offers.ts";
import { byKey } from "./by-key.ts";
import { eventName } from "./intents.ts";
import type { FaultKind } from "./scenario.ts";
import type { EventObject } from "./wiring.ts";

/** A move that the rules allow in a live world. */
export interface LiveMove {
  readonly name: string;
  readonly make: () => void;
  /** What an adversary makes up for it, and out of whose knowledge. */
  readonly made?: { readonly term: Term; readonly by: string };
  /** The message that waits on a channel and that an adversary lays hands on, and its place, where there is an order. */
  readonly grip?: {
    readonly channel: string;
    readonly at: number | undefined;
    readonly item: LiveItem;
  };
  /** What an adversary sends. */
  readonly sends?: { readonly channel: Channel; readonly item: LiveItem };
}

/** A move whose step starts with an event for one part, so that it may be cut short by a crash. */
interface Starting extends LiveMove {
  readonly item: () => LiveItem;
  readonly prepare: () => void;
}

const byName = ({ name: left }: { name: string }, { name: right }: { name: string }): number =>
  left < right ? -1 : left > right ? 1 : 0;

/** Every move the rules allow, recomputed from nothing each time, in the order that the tabulated world offers them. */
export const liveMoves = (world: LiveWorld, who: Who): LiveMove[] => {
  const due = dueTimers(world);
  const calm: (LiveMove | Starting)[] = [
    ...(who === "nobody" ? [] : intents(world, who)),
    ...deliveries(world),
    ...due,
    ...(due.length === 0 && quiet(world) ? passing(world, "time") : []),
    ...[...world.offline].toSorted().map((unit) => ({
      name: `online ${unit}`,
      make: () => void world.offline.delete(unit),
    })),
  ];
  if (who !== "all") return calm;
  return [...calm, ...failures(world, calm, due.length > 0)];
};

const starting = (
  name: string,
  world: LiveWorld,
  item: () => LiveItem,
  prepare: () => void,
): Starting => ({
  name,
  item,
  prepare,
  make: () => {
    const first = item();
    prepare();
    world.cascade(first, -1);
  },
});

const intents = (world: LiveWorld, who: Who): Starting[] =>
  [...world.members.values()].flatMap(({ part, actor }) => {
    const may = [part.name, part.unit, part.owner].flatMap(
      (name) => world.freedom.mayDo[name] ?? [],
    );
    return byKey(part.kind.intents ?? {}).flatMap(([type, intent]) => {
      const limit = `${part.name} ${intent.limit}`;
      const used = world.used.get(limit) ?? 0;
      const most =
        (world.freedom.bound[intent.limit ?? ""] ?? 0) + (world.usedBefore.get(limit) ?? 0);
      if (who === "all" && intent.limit !== undefined && used >= most) return [];
      return combinations(intent.fields?.(part.roles) ?? {}).flatMap((fields) => {
        const event: EventObject = { type, ...fields };
        if (who === "all" && !may.includes(type) && !may.includes(eventName(event))) return [];
        if (!actor.can(world.widened(part.name, event))) return [];
        const name = `${part.name} ${eventName(event)}`;
        const { carries } = intent;
        const prepare = (term: Term): void => {
          if (intent.limit !== undefined) world.used.set(limit, used + 1);
          if (carries?.carry === "fresh") world.learn(part.owner, term, "written");
          if (world.heldUnits.has(part.unit)) world.tellAdversary(term);
        };
        const carrying = (term: Term, shown: string): Starting =>
          starting(
            shown,
            world,
            () => ({ to: part.name, event, term }),
            () => prepare(term),
          );
        if (carries === undefined) return [carrying(nothing, name)];
        if (carries.carry === "fresh")
          return [carrying(carries.make({ ...standing(part), it: event }, used + 1), name)];
        return world.knowledge
          .get(part.owner)!
          .bodies()
          .toSorted((left, right) => (left.label < right.label ? -1 : 1))
          .filter((body) => carries.which(body, standing(part)))
          .map((body) => carrying(body, `${name} "${body.label}"`));
      });
    });
  });

const combinations = <Value>(
  fields: Readonly<Record<string, readonly Value[]>>,
): Record<string, Value>[] => {
  const [first, ...rest] = Object.entries(fields);
  if (!first) return [{}];
  const others = combinations(Object.fromEntries(rest));
  return first[1].flatMap((value) => others.map((other) => ({ [first[0]]: value, ...other })));
};

/** Whether both ends of a channel are online. */
export const isOpen = (world: LiveWorld, channel: { from: string; to: string }): boolean =>
  !world.offline.has(channel.from) && !world.offline.has(channel.to);

export const channelsByName = (world: LiveWorld) =>
  [...world.channels.values()].toSorted((left, right) => byName(left.channel, right.channel));

export const itemName = ({ to, event, term }: LiveItem): string =>
  `${to} ${eventName(event)} ${term.label}`;

/** Unordered channels show each different message once, in the order of their names. */
export const choices = (items: readonly LiveItem[]): LiveItem[] =>
  items.toSorted((left, right) => (itemName(left) < itemName(right) ? -1 : 1));

export const taking = (
  world: LiveWorld,
  items: LiveItem[],
  item: LiveItem,
  name: string,
  keep: boolean,
): Starting =>
  starting(
    name,
    world,
    () => item,
    () => {
      if (!keep) items.splice(items.indexOf(item), 1);
      world.learn(world.members.get(item.to)!.part.owner, item.term, "arrived");
    },
  );

const deliveries = (world: LiveWorld): Starting[] =>
  channelsByName(world).flatMap(({ channel, items }) => {
    if (items.length === 0 || !isOpen(world, channel)) return [];
    const name = `deliver ${channel.name}`;
    if (channel.order === "fifo") return [taking(world, items, items[0]!, name, false)];
    const sorted = choices(items);
    return sorted
      .map((item, at) => ({ item, at }))
      .filter(({ item, at }) => at === 0 || itemName(item) !== itemName(sorted[at - 1]!))
      .map(({ item }) => taking(world, items, item, `${name} [${itemName(item)}]`, false));
  });

const armed = (world: LiveWorld) =>
  [...world.members.values()]
    .flatMap(({ part, actor }) =>
      actor
        .armed()
        .map((timer) => ({ ...timer, part, actor, name: `timer ${part.name} ${timer.id}` })),
    )
    .toSorted(byName);

/** Timers that have run out. */
export const dueTimers = (world: LiveWorld): Starting[] =>
  armed(world)
    .filter(({ remaining }) => remaining === 0)
    .map(({ name, part, actor, id }) => {
      let event: EventObject;
      return starting(
        name,
        world,
        () => ({
          to: part.name,
          event: (event ??= actor.timerEvent(id) as EventObject),
          term: nothing,
        }),
        () => actor.disarm(id),
      );
    });

/** Whether no message is under way, save those that wait for somebody offline. */
export const quiet = (world: LiveWorld): boolean =>
  [...world.channels.values()].every(
    ({ items, channel }) => items.length === 0 || !isOpen(world, channel),
  );

export const passing = (world: LiveWorld, kind: "time" | "delay" | "withhold"): LiveMove[] => {
  const soonest = Math.min(...armed(world).map(({ remaining }) => remaining));
  const duration = Number.isFinite(soonest) ? soonest : world.horizonOpen();
  if (duration <= 0) return [];
  return [
    {
      name: `${kind} +${duration}`,
      make: () => {
        if (kind === "delay") world.spend("delay");
        world.pass(duration);
      },
    },
  ];
};

const failures = (
  world: LiveWorld,
  calm: readonly (LiveMove | Starting)[],
  due: boolean,
): LiveMove[] =>
  (Object.entries(world.freedom.faults) as [FaultKind, number][]).flatMap(([fault, budget]) => {
    if ((world.spent.get(fault) ?? 0) >= budget) return [];
    switch (fault) {
      case "crash":
        return crashes(world, calm);
      case "delay":
        return !due && !quiet(world) ? passing(world, "delay") : [];
      case "offline":
        return unspared(world)
          .filter((unit) => !world.offline.has(unit) && connected(world, unit))
          .map((unit) => ({
            name: `offline ${unit}`,
            make: () => {
              world.spend("offline");
              world.offline.add(unit);
            },
          }));
      case "skew":
        return unspared(world).flatMap((unit) => skews(world, unit));
      default:
        return misdeliveries(world, fault);
    }
  });

const units = (world: LiveWorld): string[] =>
  [...new Set(world.composition.parts.map(({ unit }) => unit))].toSorted();

const unspared = (world: LiveWorld): string[] =>
  units(world).filter((unit) => !world.freedom.spared?.includes(unit));

const connected = (world: LiveWorld, unit: string): boolean =>
  world.composition.channels.some(({ faulty, from, to }) => faulty && [from, to].includes(unit));

const skews = (world: LiveWorld, unit: string): LiveMove[] => {
  const theirs = armed(world).filter(({ part }) => part.unit === unit);
  const soonest = Math.min(...theirs.map(({ remaining }) => remaining));
  if (!Number.isFinite(soonest) || soonest <= 0) return [];
  const actors = new Set(theirs.map(({ actor }) => actor));
  return [
    {
      name: `skew ${unit}`,
      make: () => {
        world.spend("skew");
        for (const actor of actors) actor.advance(soonest);
      },
    },
  ];
};

const misdeliveries = (world: LiveWorld, fault: "drop" | "duplicate" | "reorder"): LiveMove[] =>
  channelsByName(world).flatMap(({ channel, items }) => {
    if (!channel.faulty || items.length === 0) return [];
    if (fault !== "drop" && !isOpen(world, channel)) return [];
    const fifo = channel.order === "fifo";
    const sorted = fifo ? items : choices(items);
    const from = fault === "reorder" ? 1 : 0;
    const to = fault === "reorder" ? (fifo ? items.length : 0) : fifo ? 1 : items.length;
    return sorted.slice(from, Math.max(from, to)).map((item, index) => {
      const at = from + index;
      const twin = sorted.slice(0, at).filter((other) => itemName(other) === itemName(item)).length;
      const shown = ` [${itemName(item)}]${twin > 0 ? ` #${twin + 1}` : ""}`;
      const name = `${fault} ${channel.name}${!fifo || fault === "reorder" ? shown : ""}`;
      if (fault === "drop")
        return {
          name,
          make: () => {
            world.spend(fault);
            world.note("dropped", item.term, { channel: channel.name });
            items.splice(items.indexOf(item), 1);
          },
        };
      const taken = taking(world, items, item, name, fault === "duplicate");
      return {
        name,
        make: () => {
          world.spend(fault);
          if (fault === "duplicate") world.note("unsent", item.term, { channel: channel.name });
          taken.make();
        },
      };
    });
  });

const crashes = (world: LiveWorld, calm: readonly (LiveMove | Starting)[]): LiveMove[] => {
  const fragile = unspared(world).filter((unit) =>
    world.composition.parts.some((part) => part.unit === unit && part.kind.onRestart),
  );
  const between = fragile.map((unit) => ({
    name: `crash ${unit}`,
    make: () => {
      world.spend("crash");
      world.restart(unit);
    },
  }));
  const within = calm.flatMap((move): LiveMove[] => {
    if (!("item" in move)) return [];
    const item = move.item();
    const { part, actor } = world.members.get(item.to)!;
    const { event } = world.received(item);
    if (!fragile.includes(part.unit) || !event) return [];
    const outputs = actor.wouldEmit(world.widened(item.to, event));
    return Array.from({ length: outputs }, (_, kept) => ({
      name: `crash after ${kept} of: ${move.name}`,
      make: () => {
        const item = move.item();
        move.prepare();
        world.cascade(item, kept);
      },
    }));
  });
  return [...between, ...within];
};
