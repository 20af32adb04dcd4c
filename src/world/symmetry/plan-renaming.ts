import type { Plan, PlannedIntent, PlannedPart } from "../plan.ts";
import type { World } from "../world.ts";
import { Asymmetric } from "./asymmetric.ts";
import type { Words } from "./words.ts";

/** Where everything that a composition declares goes under a renaming, by index. */
export interface PlanRenaming {
  readonly parts: Int32Array;
  readonly units: Int32Array;
  readonly channels: Int32Array;
  readonly coalitions: Int32Array;
  readonly stores: Int32Array;
  readonly registers: Int32Array;
  readonly limits: Int32Array;
  readonly intents: Int32Array;
  /** Parts that start again in another order than their images do: none of them may do anything then. */
  readonly mustStartSilently: ReadonlySet<number>;
}

/** Whether a renaming leads from parts to parts of the same kind: else it is not even worth a word. */
export const mapsParts = ({ parts, partIndex }: Plan, words: Words): boolean =>
  parts.every(({ part: { name, kind } }) => {
    const image = partIndex.get(words.text(name));
    return image !== undefined && parts[image]!.part.kind === kind;
  });

/** Renames all that is declared. Throws an {@link Asymmetric} if that gives another composition or another freedom. */
export const renamePlan = ({ plan, programs }: World, words: Words): PlanRenaming => {
  const units = places(plan.units, (name) => plan.units.indexOf(words.text(name)));
  const byName = (
    things: readonly { readonly name: string }[],
    index: ReadonlyMap<string, number>,
  ): Int32Array => places(things, ({ name }) => index.get(words.text(name)) ?? -1);
  const parts = byName(
    plan.parts.map(({ part }) => part),
    plan.partIndex,
  );
  const renaming = {
    parts,
    units,
    channels: byName(plan.channels, plan.channelIndex),
    coalitions: byName(plan.coalitions, plan.coalitionIndex),
    stores: byName(plan.stores, plan.storeIndex),
    registers: Int32Array.from(
      plan.registers,
      ({ part }, at) => at - plan.parts[part]!.registers + plan.parts[parts[part]!]!.registers,
    ),
    limits: places(plan.limits, ({ part, name, most }) =>
      plan.limits.findIndex(
        (other) => other.part === parts[part] && other.name === name && other.most === most,
      ),
    ),
    intents: renameIntents(plan, parts, words),
    mustStartSilently: new Set(outOfOrder(programs.restarts, parts, units)),
  };
  for (const part of plan.parts) mustMatch(part, plan.parts[parts[part.index]!]!, renaming);
  matchUnits(plan, renaming);
  matchChannels(plan, renaming);
  for (const [at, { name, owner, capacity }] of plan.stores.entries()) {
    const image = plan.stores[renaming.stores[at]!]!;
    if (image.capacity !== capacity || image.owner !== words.text(owner))
      throw differ("stores", name, image.name);
  }
  for (const [parameter, values] of Object.entries(plan.domains)) {
    const stranger = values.find((value) => !values.includes(words.text(value)));
    if (stranger !== undefined)
      throw new Asymmetric(
        `the domain of ${parameter} has "${stranger}" and not "${words.text(stranger)}"`,
      );
  }
  return renaming;
};

/** The index of each thing's image. */
const places = <T>(things: readonly T[], imageOf: (thing: T) => number): Int32Array =>
  Int32Array.from(things, (thing) => {
    const image = imageOf(thing);
    if (image >= 0) return image;
    throw new Asymmetric(`${told(thing)} has no counterpart`);
  });

const told = (thing: unknown): string =>
  typeof thing === "string" ? `"${thing}"` : `"${(thing as { name: string }).name}"`;

const differ = (what: string, left: string, right: string): Asymmetric =>
  new Asymmetric(`the ${what} "${left}" and "${right}" differ`);

const renameIntents = (plan: Plan, parts: Int32Array, words: Words): Int32Array => {
  const key = (part: number, event: PlannedIntent["event"]): string =>
    `${part} ${JSON.stringify(event)}`;
  const index = new Map(plan.intents.map(({ index: at, part, event }) => [key(part, event), at]));
  return places(plan.intents, ({ part, event, name, free, limit }) => {
    const image = index.get(key(parts[part]!, words.record(event))) ?? -1;
    const other = plan.intents[image];
    if (other && other.free !== free)
      throw new Asymmetric(
        free
          ? `"${name}" is free, and "${other.name}" is not`
          : `"${other.name}" is free, and "${name}" is not`,
      );
    if (other && plan.limits[other.limit]?.most !== plan.limits[limit]?.most)
      throw new Asymmetric(`"${name}" and "${other.name}" are limited otherwise`);
    return image;
  });
};

const mustMatch = (
  { part, table, owner, unit, reads }: PlannedPart,
  image: PlannedPart,
  { parts, units, coalitions }: PlanRenaming,
): void => {
  if (image.table !== table)
    throw new Asymmetric(`"${part.name}" and "${image.part.name}" start from different input`);
  if (image.owner !== coalitions[owner] || image.unit !== units[unit])
    throw new Asymmetric(`"${part.name}" and "${image.part.name}" belong to others`);
  const alike =
    reads.length === image.reads.length &&
    reads.every(
      (read, at) =>
        image.reads[at]!.name === read.name && image.reads[at]!.part === parts[read.part],
    );
  if (!alike) throw new Asymmetric(`"${part.name}" and "${image.part.name}" read others`);
};

const matchUnits = ({ units, spared }: Plan, renaming: PlanRenaming): void => {
  for (const [at, name] of units.entries()) {
    const image = renaming.units[at]!;
    if (spared[image] !== spared[at])
      throw new Asymmetric(`faults spare one of "${name}" and "${units[image]}"`);
  }
};

const matchChannels = ({ channels, faults }: Plan, renaming: PlanRenaming): void => {
  const { units, coalitions } = renaming;
  // Where a channel ends matters only to who is offline.
  const endsMatter = (faults.offline ?? 0) > 0;
  for (const [at, channel] of channels.entries()) {
    const image = channels[renaming.channels[at]!]!;
    const alike =
      image.order === channel.order &&
      image.capacity === channel.capacity &&
      image.faulty === channel.faulty &&
      image.seenBy.length === channel.seenBy.length &&
      channel.seenBy.every((observer, each) => image.seenBy[each] === coalitions[observer]) &&
      (!endsMatter || channel.ends.every((end, each) => image.ends[each] === units[end]));
    if (!alike) throw differ("channels", channel.name, image.name);
  }
};

/** Parts of units whose images start again in another order. */
const outOfOrder = (
  restarts: World["programs"]["restarts"],
  parts: Int32Array,
  units: Int32Array,
): number[] =>
  restarts.flatMap((starting, unit) => {
    const images = restarts[units[unit]!]!;
    return starting.every(({ part }, at) => images[at]?.part === parts[part])
      ? []
      : starting.map(({ part }) => part);
  });
