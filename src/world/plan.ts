import { MachineTable } from "../machine/index.ts";
import { Mistake, type Place } from "../mistake.ts";
import type { Literal, Term } from "../term/index.ts";
import { attacked, attackerIn, controls, namesIn, type Adversary } from "./adversary.ts";
import { capturesOf, type Capture } from "./captures.ts";
import { checkFreedom } from "./check-freedom.ts";
import type { Channel, Composition } from "./composition.ts";
import { byKey } from "./by-key.ts";
import { choicesOf, eventName, intentsOf, mayDoIt } from "./intents.ts";
import type { Fresh, Intent, Known, Part } from "./part.ts";
import type { FaultKind, Scenario } from "./scenario.ts";
import type { EventObject } from "./wiring.ts";

/** A part with every name resolved to an index. */
export interface PlannedPart {
  readonly index: number;
  readonly part: Part;
  readonly table: MachineTable;
  readonly owner: number;
  readonly unit: number;
  readonly reads: readonly PlannedRead[];
  /** Where its registers begin among all registers. */
  readonly registers: number;
  readonly holds: readonly string[];
  /** Whether it takes some input by a pattern. */
  readonly accepts: boolean;
}

/** A sibling that widens the events of a part. */
export interface PlannedRead {
  readonly name: string;
  readonly part: number;
  readonly as: (view: ReturnType<MachineTable["view"]>) => Literal;
  readonly on: readonly string[] | undefined;
}

/** One thing somebody may do: an event for a part, with literal fields filled in. */
export interface PlannedIntent {
  readonly index: number;
  readonly part: number;
  readonly event: EventObject;
  /** The move's name, without what it carries. */
  readonly name: string;
  readonly carries: Fresh<object> | Known<object> | undefined;
  /** Index of the limit that counts it, or -1. */
  readonly limit: number;
  /** Whether the scenario gives this freedom; the set-up may use the others too. */
  readonly free: boolean;
}

/** One register of one part. */
export interface PlannedRegister {
  readonly part: number;
  readonly name: string;
}

/** An adversary with names resolved. */
export interface PlannedAdversary extends Adversary {
  readonly index: number;
  /** Per channel: whether it is under control. */
  readonly controlled: readonly boolean[];
  /** What may fall into its hands, in the order of names. */
  readonly captures: readonly PlannedCapture[];
  /** The public names that it may use. */
  readonly names: readonly Term[];
  /** What it may make up, in the order of names. */
  readonly inputs: readonly PlannedInput[];
}

/** What falls into an adversary's hands, by index; `unit` is -1 where nothing stays there. */
export interface PlannedCapture {
  readonly name: string;
  readonly fact: Capture["fact"];
  readonly gives: readonly number[];
  readonly registers: readonly number[];
  readonly stores: readonly number[];
  readonly unit: number;
}

/** An input that an adversary can reach: an event of a part with literal fields filled in, and channels that lead there. */
export interface PlannedInput {
  readonly part: number;
  readonly event: EventObject;
  readonly channels: readonly number[];
}

/** How often one part may do what a limit counts. */
export interface PlannedLimit {
  readonly part: number;
  readonly name: string;
  readonly most: number;
}

/** A channel with its ends as units and its observers as coalitions. */
export interface PlannedChannel extends Channel {
  readonly ends: readonly [number, number];
  readonly seenBy: readonly number[];
}

/** A composition and the freedom of a scenario, with names resolved and everything in the order of names. */
export interface Plan {
  readonly parts: readonly PlannedPart[];
  readonly channels: readonly PlannedChannel[];
  readonly coalitions: Composition["coalitions"];
  readonly stores: Composition["stores"];
  readonly registers: readonly PlannedRegister[];
  readonly units: readonly string[];
  readonly intents: readonly PlannedIntent[];
  readonly limits: readonly PlannedLimit[];
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
  /** Per unit, whether faults spare it. */
  readonly spared: readonly boolean[];
  readonly domains: Composition["domains"];
  readonly adversary: PlannedAdversary | undefined;
  readonly partIndex: ReadonlyMap<string, number>;
  readonly channelIndex: ReadonlyMap<string, number>;
  readonly coalitionIndex: ReadonlyMap<string, number>;
  readonly storeIndex: ReadonlyMap<string, number>;
}

/** What of a scenario shapes the world; the rest (runs, expectations) concerns the search. */
export type Freedom = Pick<Scenario, "mayDo" | "faults" | "bound"> & {
  /** Who attacks, by name. */
  readonly adversary?: string | undefined;
  readonly spared?: readonly string[] | undefined;
  /** Parts, units or owners who do nothing of their own accord, whatever they may do. */
  readonly still?: readonly string[] | undefined;
  /** What the same cast is under other protocols: whoever may do what only others have, just cannot do it here. */
  readonly elsewhere?: (() => readonly Composition[]) | undefined;
  readonly place?: Place | undefined;
};

const byName = <T extends { readonly name: string }>(left: T, right: T): number =>
  left.name < right.name ? -1 : left.name > right.name ? 1 : 0;

const indexOf = (things: readonly { readonly name: string }[]): ReadonlyMap<string, number> =>
  new Map(things.map(({ name }, index) => [name, index]));

/** Resolves a composition under a scenario's freedom; moves later follow the order of names, never of ids. */
export const planWorld = (written: Composition, freedom: Freedom): Plan => {
  const attacker = attackerIn(written, freedom);
  const composition = attacked(written, attacker);
  const parts = composition.parts.toSorted(byName);
  const channels = composition.channels.toSorted(byName);
  const coalitions = composition.coalitions.toSorted(byName);
  const stores = composition.stores.toSorted(byName);
  const units = [...new Set(parts.map(({ unit }) => unit))].toSorted();
  const partIndex = indexOf(parts);
  const coalitionIndex = indexOf(coalitions);
  const registers: PlannedRegister[] = [];
  const planned = parts.map((part, index) => ({
    index,
    part,
    table: tableOf(part),
    owner: coalitionIndex.get(part.owner)!,
    unit: units.indexOf(part.unit),
    reads: planReads(part, partIndex),
    ...planRegisters(part, index, registers),
  }));
  const limits: PlannedLimit[] = [];
  const plannedChannels = channels.map((channel): PlannedChannel => ({
    ...channel,
    ends: [units.indexOf(channel.from), units.indexOf(channel.to)],
    seenBy: channel.observers.map((observer) => coalitionIndex.get(observer)!),
  }));
  return {
    parts: planned,
    channels: plannedChannels,
    coalitions,
    stores,
    registers,
    units,
    intents: planIntents(planned, freedom, limits),
    limits,
    faults: freedom.faults,
    spared: units.map((unit) => freedom.spared?.includes(unit) ?? false),
    domains: composition.domains,
    adversary:
      attacker &&
      planAdversary(attacker, composition, {
        parts: planned,
        channels: plannedChannels,
        coalitionIndex,
        partIndex,
        storeIndex: indexOf(stores),
        units,
      }),
    partIndex,
    channelIndex: indexOf(channels),
    coalitionIndex,
    storeIndex: indexOf(stores),
  };
};

let tables = new WeakMap<object, Map<string, MachineTable>>();

/** Has worlds made from now on tabulate machines anew, so that they number states in the same way in any process. */
export const forgetTables = (): void => void (tables = new WeakMap());

/** One table per machine and input, shared by all instances, worlds and scenarios of the process. */
const tableOf = ({ kind, roles }: Part): MachineTable => {
  const input = kind.input?.(roles) ?? {};
  const key = JSON.stringify(input);
  let ofMachine = tables.get(kind.machine);
  if (!ofMachine) tables.set(kind.machine, (ofMachine = new Map()));
  let table = ofMachine.get(key);
  if (!table) ofMachine.set(key, (table = new MachineTable(kind.machine, input, kind.place)));
  return table;
};

const planRegisters = (
  { kind: { holds = [], accepts } }: Part,
  part: number,
  registers: PlannedRegister[],
): Pick<PlannedPart, "registers" | "holds" | "accepts"> => {
  const first = registers.length;
  registers.push(...holds.map((name) => ({ part, name })));
  return { registers: first, holds, accepts: accepts !== undefined };
};

const planAdversary = (
  adversary: Adversary,
  composition: Composition,
  {
    parts,
    channels,
    coalitionIndex,
    partIndex,
    storeIndex,
    units,
  }: Pick<Plan, "parts" | "channels" | "coalitionIndex" | "partIndex" | "storeIndex" | "units">,
): PlannedAdversary => {
  const controlled = channels.map((channel) => controls(adversary, channel));
  return {
    ...adversary,
    index: coalitionIndex.get(adversary.coalition)!,
    controlled,
    captures: capturesOf(adversary, composition).map(({ name, fact, ...captured }) => ({
      name,
      fact,
      gives: captured.gives.map(({ id }) => id),
      registers: captured.parts.flatMap((part) => {
        const { registers, holds } = parts[partIndex.get(part)!]!;
        return holds.map((_, at) => registers + at);
      }),
      stores: captured.stores.map((each) => storeIndex.get(each)!),
      unit: captured.unit === undefined ? -1 : units.indexOf(captured.unit),
    })),
    names: namesIn(composition),
    inputs: adversary.may.includes("inject")
      ? parts.flatMap(({ index, unit, part }) => {
          const leading = [...channels.keys()].filter((at) => channels[at]!.ends[1] === unit);
          return inputsOf(part).map((event) => ({ part: index, event, channels: leading }));
        })
      : [],
  };
};

/** The inputs of a part that adversaries can make up, in the order of their names, with every choice of fields. */
export const inputsOf = ({ kind, roles }: Part): EventObject[] =>
  byKey(kind.accepts ?? {}).flatMap(([type, accept]) =>
    choicesOf((typeof accept === "function" ? undefined : accept.fields?.(roles)) ?? {}).map(
      (fields) => ({ type, ...fields }),
    ),
  );

const planReads = (
  { name, kind, roles }: Part,
  index: ReadonlyMap<string, number>,
): PlannedRead[] =>
  Object.entries(kind.reads ?? {}).flatMap(([as, read]) => {
    const of = read.of({ ...roles, name });
    if (of === undefined) return [];
    const part = index.get(of);
    if (part === undefined)
      throw new Mistake({
        what: `part "${name}" reads "${as}" from part "${of}", which is not in the composition`,
        where: kind.place,
        todo: "name a part of the composition",
      });
    return [{ name: as, part, as: read.as, on: read.on }];
  });

const planIntents = (
  parts: readonly PlannedPart[],
  freedom: Freedom,
  limits: PlannedLimit[],
): PlannedIntent[] => {
  checkFreedom(
    parts.map(({ part }) => part),
    freedom,
  );
  const intents: PlannedIntent[] = [];
  for (const { index, part } of parts) {
    const names = [part.name, part.unit, part.owner];
    const may = new Set(names.flatMap((name) => freedom.mayDo[name] ?? []));
    const isStill = names.some((name) => freedom.still?.includes(name));
    for (const [type, intent] of byKey(part.kind.intents ?? {})) {
      checkCarries(part, type, intent);
      const events = intentsOf(part, type);
      const isFree = (event: EventObject): boolean => !isStill && mayDoIt(may, event);
      const free = events.some(isFree);
      const limit =
        intent.limit === undefined ? -1 : limitOf(index, intent.limit, part, free, freedom, limits);
      for (const event of events)
        intents.push({
          index: intents.length,
          part: index,
          event,
          name: `${part.name} ${eventName(event)}`,
          carries: intent.carries as PlannedIntent["carries"],
          limit,
          free: isFree(event),
        });
    }
  }
  return intents;
};

const checkCarries = ({ kind }: Part, type: string, { carries, limit }: Intent): void => {
  if (carries?.carry === "fresh" && limit === undefined)
    throw new Mistake({
      what: `"${type}" of ${kind.kind} carries a fresh term but has no limit`,
      where: kind.place,
      why: "the limit counts the terms; without it the same one would come again and again",
      todo: 'give the intent a limit, e.g. limit: "messages"',
    });
};

const limitOf = (
  index: number,
  name: string,
  part: Part,
  free: boolean,
  { bound, place }: Freedom,
  limits: PlannedLimit[],
): number => {
  const most = bound[name];
  if (free && most === undefined)
    throw new Mistake({
      what: `the scenario sets no bound "${name}", and ${part.name} may do something that it limits`,
      where: place,
      why: "without it the scenario would have no end",
      todo: `add ${name}: a number to its bound`,
    });
  const known = limits.findIndex((limit) => limit.part === index && limit.name === name);
  return known >= 0 ? known : limits.push({ part: index, name, most: most ?? 0 }) - 1;
};
