import { declaredAt, Mistake, mustKnowFields, type Place } from "../mistake.ts";
import { atom, secret, type Term } from "../term/index.ts";
import type { Corruption } from "./captures.ts";
import type { Composition } from "./composition.ts";

/**
 * What somebody who controls a channel can do with it: see what is put on it; take messages off it; hold them back while
 * time passes; let later ones overtake earlier ones; put a message on it again that was there before; put messages on it
 * that they made up.
 */
export const abilities = ["observe", "drop", "delay", "reorder", "replay", "inject"] as const;
/** Something that an adversary may do. */
export type Ability = (typeof abilities)[number];

/** How far an adversary goes in one story. */
export interface Effort {
  /** Messages that are replayed or made up. */
  readonly injections: number;
  /** Constructors, one upon the other, in what is put where a receiver takes anything. */
  readonly depth: number;
  /** Secrets of their own: nonces, keys. */
  readonly names: number;
}

/** Somebody who attacks a protocol: what they see, what they can do, and how far they go. */
export interface Adversary {
  readonly name: string;
  /** Who that is, in a sentence. */
  readonly says: string;
  /** The coalition that pools what they see with what it knows; it is added where a composition has none of the name. */
  readonly coalition: string;
  /** Channels, or units with all their channels; or every channel. */
  readonly controls: readonly string[] | "everything";
  readonly may: readonly Ability[];
  /** What they know beside what the coalition does. */
  readonly knows: readonly Term[];
  /** Units that may fall into their hands. */
  readonly corrupts: Readonly<Record<string, Corruption>>;
  /** Stores that may be laid open to them. */
  readonly breaches: readonly string[];
  /** Adversaries that can do nothing that this one cannot do as well. */
  readonly above: readonly string[];
  readonly effort: Effort;
  readonly place: Place | undefined;
}

type AdversaryDeclaration = Pick<Adversary, "says" | "coalition" | "controls" | "may"> &
  Partial<Pick<Adversary, "knows" | "corrupts" | "breaches" | "above">> & {
    readonly effort?: Partial<Effort>;
  };

/** Declares an adversary, to be switched on by a scenario or on the command line. */
export const adversary = (name: string, declaration: AdversaryDeclaration): Adversary => {
  const place = declaredAt(adversary as never);
  const what = `adversary "${name}"`;
  const fields = [
    "says",
    "coalition",
    "controls",
    "may",
    "knows",
    "corrupts",
    "breaches",
    "above",
    "effort",
  ];
  mustKnowFields(what, declaration, fields, place);
  mustKnowFields(`the effort of ${what}`, declaration.effort ?? {}, effortFields, place);
  const stranger = declaration.may.find((ability) => !abilities.includes(ability));
  if (stranger !== undefined)
    throw new Mistake({
      what: `${what} may "${stranger}", which is no ability`,
      where: place,
      why: `abilities are ${abilities.join(", ")}`,
      todo: "correct it",
    });
  if (declaration.may.includes("replay") && !declaration.may.includes("observe"))
    throw new Mistake({
      what: `${what} may replay what it may not observe`,
      where: place,
      todo: 'let it observe as well, or take "replay" out',
    });
  return {
    knows: [],
    corrupts: {},
    breaches: [],
    above: [],
    ...declaration,
    effort: { ...defaultEffort, ...declaration.effort },
    name,
    place,
  };
};

const defaultEffort: Effort = { injections: 2, depth: 0, names: 1 };
const effortFields = Object.keys(defaultEffort);

/** The adversaries of a composition as it was written, each with all that it names. */
export const checkAdversaries = ({ adversaries, channels, parts, stores }: Composition): void => {
  const names = adversaries.map(({ name }) => name);
  const units = [...new Set(parts.map(({ unit }) => unit))];
  const places = [...channels.map((channel) => channel.name), ...units];
  const kept = stores.map((store) => store.name);
  const mustExist = (
    { name, place }: Adversary,
    known: readonly string[],
    named: readonly string[],
    what: string,
  ): void => {
    const stranger = named.find((one) => !known.includes(one));
    if (stranger === undefined) return;
    throw new Mistake({
      what: `adversary "${name}" ${what} "${stranger}", which is not in the composition`,
      where: place,
      why: `it has ${known.toSorted().join(", ")}`,
      todo: "correct the name",
    });
  };
  for (const one of adversaries) {
    if (one.controls !== "everything") mustExist(one, places, one.controls, "controls");
    mustExist(one, names, one.above, "is above");
    mustExist(one, units, Object.keys(one.corrupts), "corrupts");
    mustExist(
      one,
      kept,
      [...one.breaches, ...Object.values(one.corrupts).flatMap((each) => each.stores ?? [])],
      "lays open",
    );
    if (strongerThan(adversaries, one.name).includes(one.name))
      throw new Mistake({
        what: `adversary "${one.name}" is above itself`,
        where: one.place,
        why: "a lattice has no circles",
        todo: "take one of the names out of above",
      });
  }
};

/** The names of all adversaries below one, near or far. */
const strongerThan = (adversaries: readonly Adversary[], name: string): readonly string[] => {
  const below = new Set<string>();
  const look = (one: string): void => {
    for (const under of adversaries.find((each) => each.name === one)?.above ?? [])
      if (!below.has(under)) {
        below.add(under);
        look(under);
      }
  };
  look(name);
  return [...below];
};

/** An adversary by its name. Throws a {@link Mistake} that says which there are. */
const adversaryNamed = (
  { adversaries }: Composition,
  name: string,
  where: Place | undefined,
): Adversary => {
  const found = adversaries.find((one) => one.name === name);
  if (found) return found;
  throw new Mistake({
    what: `there is no adversary "${name}"`,
    where,
    why: `the composition declares ${
      adversaries
        .map((one) => one.name)
        .toSorted()
        .join(", ") || "none"
    }`,
    todo: "correct the name, or declare it",
  });
};

/** Who attacks and how far they go, in a sentence or two: every verdict rests on it. */
export const adversaryWords = (one: Adversary, composition: Composition): string => {
  const { name, says, controls: controlled, may, effort } = one;
  const where = controlled === "everything" ? "every channel" : controlled.join(", ");
  const [count, depth, names] = [effort.injections, effort.depth, effort.names];
  const bounds = ["replay", "inject"].some((ability) => may.includes(ability as Ability))
    ? `, at most ${count} ${count === 1 ? "message" : "messages"} in a story, with ${names} ${names === 1 ? "secret" : "secrets"} of their own and ${depth} ${depth === 1 ? "constructor" : "constructors"} in what is taken unseen`
    : "";
  const lasting = Object.entries(one.corrupts).map(
    ([unit, corruption]) => `${unit}${corruption.lasting ? " for good" : ""}`,
  );
  const deeds = [
    ...(may.length > 0 ? [`${may.join(", ")} on ${where}${bounds}`] : []),
    ...(lasting.length > 0 ? [`corrupt ${lasting.join(", ")}`] : []),
    ...(one.breaches.length > 0 ? [`lay open ${one.breaches.join(", ")}`] : []),
  ];
  const made = takers(one, composition).join(", ") || "nobody, since nobody says what they take";
  return [
    `${name} attacks: ${says.replace(/\.$/, "")}`,
    `They may ${deeds.join("; and ") || "do nothing"}`,
    ...(may.includes("inject") ? [`Messages are made up for ${made}`] : []),
  ].join(". ");
};

/** Whether an adversary controls a channel. */
export const controls = (
  { controls: controlled }: Adversary,
  { name, from, to }: Composition["channels"][number],
): boolean =>
  controlled === "everything" || [name, from, to].some((one) => controlled.includes(one));

/**
 * The kinds of parts that an adversary reaches and that say what they take, so that messages are made up for them: all
 * others are sent only what was there before.
 */
export const takers = (one: Adversary, { parts, channels }: Composition): readonly string[] => {
  const stays = Object.entries(one.corrupts).flatMap(([unit, { lasting }]) =>
    lasting ? unit : [],
  );
  const reached = new Set(
    channels
      .filter(
        (channel) =>
          controls(one, channel) || stays.some((unit) => [channel.from, channel.to].includes(unit)),
      )
      .map(({ to }) => to),
  );
  const kinds = parts.flatMap(({ unit, kind }) =>
    reached.has(unit) && Object.keys(kind.accepts ?? {}).length > 0 ? [kind.kind] : [],
  );
  return [...new Set(kinds)].toSorted();
};

/** What of a scenario says who attacks. */
export interface Attack {
  /** The adversary's name; nobody attacks, if left out. */
  readonly adversary?: string | undefined;
  /** May say how far they go, under the names of {@link Effort}. */
  readonly bound: Readonly<Record<string, number>>;
  readonly place?: Place | undefined;
}

/** Who attacks, as far as the scenario lets them go; undefined if nobody does. */
export const attackerIn = (
  composition: Composition,
  { adversary: name, bound, place }: Attack,
): Adversary | undefined => {
  if (name === undefined) return undefined;
  const one = adversaryNamed(composition, name, place);
  const effort = Object.fromEntries(
    Object.entries(one.effort).map(([field, most]) => [field, bound[field] ?? most]),
  );
  return { ...one, effort: effort as unknown as Effort };
};

/** A composition with an adversary in it, who sees and knows what they do; the same if there is none. */
export const attacked = (composition: Composition, one: Adversary | undefined): Composition => {
  if (!one) return composition;
  const { name, coalition, effort, may } = one;
  const own = Array.from({ length: effort.names }, (_, at) => secret(`${name}'s secret ${at + 1}`));
  const { coalitions } = composition;
  const known = coalitions.some((each) => each.name === coalition)
    ? coalitions
    : [...coalitions, { name: coalition, knows: [] }];
  return {
    ...composition,
    coalitions: known.map((each) =>
      each.name === coalition ? { ...each, knows: [...each.knows, ...one.knows, ...own] } : each,
    ),
    channels: composition.channels.map((channel) =>
      may.includes("observe") && controls(one, channel) && !channel.observers.includes(coalition)
        ? { ...channel, observers: [...channel.observers, coalition] }
        : channel,
    ),
  };
};

/** Public names: of everybody who owns a part, and those in roles and in what anybody knows from the start. */
export const namesIn = ({ parts, coalitions }: Composition): readonly Term[] => {
  const names = new Set<Term>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (isTerm(value)) {
      if (value.kind === "atom") names.add(value);
      value.parts.forEach(look);
    }
  };
  for (const { roles, owner } of parts) {
    names.add(atom(owner));
    Object.values(roles).forEach(look);
  }
  for (const { knows } of coalitions) knows.forEach(look);
  return [...names].toSorted((left, right) => (left.label < right.label ? -1 : 1));
};

const isTerm = (value: unknown): value is Term =>
  typeof value === "object" && value !== null && "kind" in value && "parts" in value;
