import { Mistake } from "../mistake.ts";
import type { Term } from "../term/index.ts";
import { checkAdversaries, type Adversary } from "./adversary.ts";
import type { Part } from "./part.ts";

/** Messages on their way from one unit to another. */
export interface Channel {
  readonly name: string;
  /** Units at both ends: while one of them is offline, nothing is delivered. */
  readonly from: string;
  readonly to: string;
  /** `fifo` delivers in order; `unordered` delivers any message next. */
  readonly order: "fifo" | "unordered";
  /** How many messages fit; a move that would need more is not offered until there is room. */
  readonly capacity: number;
  /** Coalitions that see every message put on it. */
  readonly observers: readonly string[];
  /** Whether faults (drop, duplicate, reorder, delay) may hit it. */
  readonly faulty: boolean;
}

/** Everybody who pools what they see: a person and their devices, the service with all its servers, one vendor. */
export interface Coalition {
  readonly name: string;
  /** What it knows at the start. */
  readonly knows: readonly Term[];
}

/** A bounded place where terms are kept and can be erased: a chat log, a host's storage, a backup. */
export interface Store {
  readonly name: string;
  readonly owner: string;
  /** How many terms fit; the oldest falls out when a newer one comes. */
  readonly capacity: number;
}

/** Everything a world is made of, as plain data. */
export interface Composition<Parts extends Part = Part> {
  readonly parts: readonly Parts[];
  readonly channels: readonly Channel[];
  readonly coalitions: readonly Coalition[];
  readonly stores: readonly Store[];
  /** Who may attack; none of them does unless a scenario or the command line says so. */
  readonly adversaries: readonly Adversary[];
  /** Adversaries of the protocol who have nothing to do where this cast plays, by name, each with the reason. */
  readonly idle: Readonly<Record<string, string>>;
  /**
   * The values that a promise's parameter can take, e.g. every person. Needed only for parameters that some fact
   * leaves open ("the terms took effect" is true for every person), so that it reaches all of them.
   */
  readonly domains: Readonly<Record<string, readonly string[]>>;
}

/** A piece of a composition, e.g. all that one person brings along. */
export type Fragment = Partial<Composition>;

/** The parts of some fragments, as far as types can tell. */
type PartsIn<Joined> = Joined extends { readonly parts?: readonly (infer Parts)[] }
  ? Extract<Parts, Part>
  : never;

type ChannelOptions = Partial<Omit<Channel, "name">> & Pick<Channel, "from" | "to">;

/** Declares a channel; by default ordered, room for two, seen by nobody on its way, open to faults. */
export const channel = (name: string, options: ChannelOptions): Channel => ({
  order: "fifo",
  capacity: 2,
  observers: [],
  faulty: true,
  name,
  ...options,
});

/** Declares a coalition and what it knows from the start. */
export const coalition = (name: string, knows: readonly Term[] = []): Coalition => ({
  name,
  knows,
});

/** Declares a store owned by a coalition (whoever owns it can read it at any time). */
export const store = (name: string, owner: string, capacity = 8): Store => ({
  name,
  owner,
  capacity,
});

/** Joins fragments into one composition, and refuses names that are used twice or lead nowhere. */
export const compose = <Fragments extends readonly Fragment[]>(
  ...fragments: Fragments
): Composition<PartsIn<Fragments[number]>> => {
  const composition: Composition = {
    parts: fragments.flatMap((fragment) => fragment.parts ?? []),
    channels: fragments.flatMap((fragment) => fragment.channels ?? []),
    coalitions: fragments.flatMap((fragment) => fragment.coalitions ?? []),
    stores: fragments.flatMap((fragment) => fragment.stores ?? []),
    adversaries: fragments.flatMap((fragment) => fragment.adversaries ?? []),
    idle: Object.assign(
      {},
      ...fragments.map((fragment) => fragment.idle ?? {}),
    ) as Composition["idle"],
    domains: joinDomains(fragments),
  };
  for (const what of ["parts", "channels", "coalitions", "stores", "adversaries"] as const)
    refuseTwins(what, composition[what]);
  for (const { name, capacity } of [...composition.channels, ...composition.stores])
    mustHaveRoom(name, capacity);
  const coalitions = new Set(composition.coalitions.map(({ name }) => name));
  const units = new Set(composition.parts.map(({ unit }) => unit));
  for (const part of composition.parts)
    mustExist(coalitions, part.owner, `the owner of part "${part.name}"`, "coalition");
  for (const store of composition.stores)
    mustExist(coalitions, store.owner, `the owner of store "${store.name}"`, "coalition");
  for (const { name, from, to, observers } of composition.channels) {
    mustExist(units, from, `the sending end of channel "${name}"`, "unit");
    mustExist(units, to, `the receiving end of channel "${name}"`, "unit");
    for (const observer of observers)
      mustExist(coalitions, observer, `an observer of channel "${name}"`, "coalition");
  }
  checkAdversaries(composition);
  return composition as Composition<PartsIn<Fragments[number]>>;
};

const joinDomains = (fragments: readonly Fragment[]): Composition["domains"] => {
  const joined: Record<string, string[]> = {};
  for (const { domains = {} } of fragments)
    for (const [parameter, values] of Object.entries(domains))
      joined[parameter] = [...new Set([...(joined[parameter] ?? []), ...values])];
  return joined;
};

const refuseTwins = (what: string, things: readonly { readonly name: string }[]): void => {
  const seen = new Set<string>();
  for (const { name } of things) {
    if (seen.has(name))
      throw new Mistake({
        what: `the composition has two ${what} called "${name}"`,
        why: "names tell moves and facts apart",
        todo: "give each its own name",
      });
    seen.add(name);
  }
};

const mustHaveRoom = (name: string, capacity: number): void => {
  if (Number.isSafeInteger(capacity) && capacity > 0) return;
  throw new Mistake({
    what: `"${name}" has a capacity of ${capacity}`,
    why: "a capacity counts what fits, so it is a whole number, one or more",
    todo: "correct it, or leave the thing out",
  });
};

const mustExist = (names: ReadonlySet<string>, name: string, role: string, kind: string): void => {
  if (names.has(name)) return;
  throw new Mistake({
    what: `${role} is "${name}", and there is no such ${kind}`,
    why: `known are: ${[...names].toSorted().join(", ") || "none"}`,
    todo: "correct the name, or add it to the composition",
  });
};
