import type { ArmedTimer, LivePart } from "../machine/index.ts";
import type { LiveWorld } from "./live-world.ts";
import { byKey } from "./by-key.ts";

/** Everything that what comes next can depend on, and nothing of how it came about. */
export const liveKey = (world: LiveWorld): string =>
  JSON.stringify({
    parts: byName(world.members, ({ actor, held }) => [
      actor.key(),
      timersOf(actor),
      ...[...held.values()].map(({ id }) => id),
    ]),
    channels: byName(world.channels, ({ channel, items }) => {
      const under = items.map(({ to, event, term }) => JSON.stringify([to, event, term.id]));
      return channel.order === "fifo" ? under : under.toSorted();
    }),
    stores: byName(world.stores, (terms) => terms.map(({ id }) => id)),
    knowledge: byName(world.knowledge, (known) =>
      known
        .given()
        .map(({ id }) => id)
        .toSorted(up),
    ),
    used: byName(world.used, (count) => count),
    spent: byName(world.spent, (count) => count),
    injected: world.injected,
    captured: [...world.captured].toSorted(),
    seen: world.seen.map(({ to, event, term }) => JSON.stringify([to, event, term.id])).toSorted(),
    offline: [...world.offline].toSorted(),
    restless: world.horizonOpen() > 0,
    promises: world.memories(),
  });

const byName = <Value, Told>(
  map: ReadonlyMap<string, Value>,
  tell: (value: Value) => Told,
): [string, Told][] => byKey(Object.fromEntries(map)).map(([name, value]) => [name, tell(value)]);

const up = (left: number, right: number): number => left - right;

/** The delayed events that wait; which was armed first makes no difference. */
const timersOf = (actor: LivePart): ArmedTimer[] =>
  actor.armed().toSorted(({ id: left }, { id: right }) => (left < right ? -1 : 1));
