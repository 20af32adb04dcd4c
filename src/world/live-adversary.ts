import { NaiveKnowledge, valuesOf, type Forger, type Term } from "../term/index.ts";
import { namesIn, type Adversary } from "./adversary.ts";
import { byLabel, inOrder, madeUp } from "./adversary-offers.ts";
import { capturesOf } from "./captures.ts";
import type { Channel } from "./composition.ts";
import {
  channelsByName,
  choices,
  dueTimers,
  isOpen,
  itemName,
  passing,
  quiet,
  taking,
  type LiveMove,
} from "./live-moves.ts";
import type { LiveItem, LiveWorld } from "./live-world.ts";
import { inputsOf } from "./plan.ts";
import type { EventObject } from "./wiring.ts";

/** What the adversary of a live world may do, recomputed from nothing each time, in the order of the tabulated world. */
export const attacks = (world: LiveWorld): LiveMove[] => {
  const { adversary } = world;
  if (!adversary) return [];
  const may = (ability: Adversary["may"][number]): boolean => adversary.may.includes(ability);
  const injects = world.injected < adversary.effort.injections;
  return [
    ...(may("drop") ? suppressions(world) : []),
    ...(may("reorder") ? overtakings(world) : []),
    ...(dueTimers(world).length === 0 ? withholding(world) : []),
    ...captures(world, adversary),
    ...(may("replay") && injects ? replays(world) : []),
    ...(may("inject") && injects ? injections(world, adversary) : []),
  ];
};

const under = (world: LiveWorld) =>
  channelsByName(world).filter(({ channel }) => world.isControlled(channel));

const captures = (world: LiveWorld, adversary: Adversary): LiveMove[] =>
  capturesOf(adversary, world.composition)
    .filter(({ name }) => !world.captured.has(name))
    .map((one) => ({ name: one.name, make: () => world.capture(one) }));

/** Tells messages of one name apart. */
const shown = (items: readonly LiveItem[], at: number): string => {
  const name = itemName(items[at]!);
  const twin = items.slice(0, at).filter((other) => itemName(other) === name).length;
  return ` [${name}]${twin > 0 ? ` #${twin + 1}` : ""}`;
};

const suppressions = (world: LiveWorld): LiveMove[] =>
  under(world).flatMap(({ channel, items }) => {
    const fifo = channel.order === "fifo";
    const sorted = fifo ? items.slice(0, 1) : choices(items);
    return sorted
      .map((item, at) => ({ item, at }))
      .filter(({ item, at }) => at === 0 || itemName(item) !== itemName(sorted[at - 1]!))
      .map(({ item, at }) => ({
        name: `suppress ${channel.name}${fifo ? "" : shown(sorted, at)}`,
        grip: { channel: channel.name, at: fifo ? at : undefined, item },
        make: () => {
          world.note("dropped", item.term, { channel: channel.name });
          items.splice(items.indexOf(item), 1);
        },
      }));
  });

const overtakings = (world: LiveWorld): LiveMove[] =>
  under(world).flatMap(({ channel, items }) =>
    channel.order === "fifo" && isOpen(world, channel)
      ? items
          .map((item, at) => ({ item, at }))
          .slice(1)
          .map(({ item, at }) => ({
            ...taking(world, items, item, `overtake ${channel.name}${shown(items, at)}`, false),
            grip: { channel: channel.name, at, item },
          }))
      : [],
  );

/** Whether the adversary can hold back all that is under way. */
export const holdsBack = (world: LiveWorld): boolean =>
  world.adversary?.may.includes("delay") === true &&
  [...world.channels.values()].every(
    ({ channel, items }) =>
      items.length === 0 || !isOpen(world, channel) || world.isControlled(channel),
  );

const withholding = (world: LiveWorld): LiveMove[] =>
  !quiet(world) && holdsBack(world) ? passing(world, "withhold") : [];

/** The first channel, by name, that is under control, open and leads to a part. */
const channelTo = (world: LiveWorld, part: string): Channel | undefined => {
  const { unit } = world.members.get(part)!.part;
  return under(world).find(({ channel }) => channel.to === unit && isOpen(world, channel))?.channel;
};

/** Whether a part would do anything about an input, if it takes it. */
const hears = (world: LiveWorld, part: string, event: EventObject): boolean =>
  world.members.get(part)!.actor.can(world.widened(part, event));

/** Whether a part would take a message. */
const takes = (world: LiveWorld, item: LiveItem): boolean =>
  JSON.stringify(world.received(item).event) === JSON.stringify(item.event);

/** Sends a message in the adversary's name, be it on offer or not. */
export const sending = (
  world: LiveWorld,
  kind: string,
  channel: Channel,
  item: LiveItem,
): LiveMove => ({
  name: `${kind} ${channel.name} [${itemName(item)}]`,
  sends: { channel, item },
  make: () => {
    world.injected++;
    world.note("unsent", item.term, { channel: channel.name });
    world.learn(world.members.get(item.to)!.part.owner, item.term, "arrived");
    world.cascade(item, -1);
  },
});

const replays = (world: LiveWorld): LiveMove[] =>
  choices(world.seen).flatMap((item) => {
    const channel = channelTo(world, item.to);
    return channel && hears(world, item.to, item.event) && takes(world, item)
      ? [sending(world, "replay", channel, item)]
      : [];
  });

const injections = (world: LiveWorld, adversary: Adversary): LiveMove[] => {
  let forger: Forger | undefined;
  const forging = (): Forger => (forger ??= forgerOf(world, adversary));
  return [...world.members.values()].flatMap(({ part, held }) =>
    inputsOf(part).flatMap((event) => {
      const channel = channelTo(world, part.name);
      if (!channel || !hears(world, part.name, event)) return [];
      const items = madeUp(part, event, [...held.values()], forging)
        .filter((term) => forging().derives(term))
        .map((term): LiveItem => ({ to: part.name, event, term }))
        .filter((item) => takes(world, item));
      return inOrder(items, itemName).map((item) => ({
        ...sending(world, "inject", channel, item),
        made: { term: item.term, by: adversary.coalition },
      }));
    }),
  );
};

/** What was worked out naively for some knowledge, as long as nothing is learned. */
const forgers = new WeakMap<
  NaiveKnowledge,
  { readonly observed: number; readonly forger: Forger }
>();

const forgerOf = (world: LiveWorld, { coalition, effort }: Adversary): Forger => {
  const knowledge = world.knowledge.get(coalition)!;
  const observed = world.observed.get(coalition)!.length;
  const before = forgers.get(knowledge);
  if (before?.observed === observed) return before.forger;
  const tried = withGuesses(world, coalition);
  const known = byLabel(tried.given());
  const derived = new Map<Term, boolean>();
  const derives = (term: Term): boolean => {
    const answer = derived.get(term) ?? tried.derives(term);
    derived.set(term, answer);
    return answer;
  };
  const forger = {
    known,
    values: valuesOf(known, namesIn(world.composition), effort.depth),
    derives,
  };
  forgers.set(knowledge, { observed, forger });
  return forger;
};

/** What a coalition knows, and what it may as well try. */
const withGuesses = ({ knowledge, observed, guesses }: LiveWorld, coalition: string) => {
  if (guesses.length === 0) return knowledge.get(coalition)!;
  const tried = new NaiveKnowledge();
  for (const { term } of observed.get(coalition)!) tried.observe(term);
  for (const guess of guesses) tried.observe(guess);
  return tried;
};
