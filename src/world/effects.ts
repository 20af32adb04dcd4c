import { placeOfKeys, purely } from "../machine/index.ts";
import { Mistake, type MistakeText } from "../mistake.ts";
import {
  matching,
  nothing,
  unreadIn,
  type Bindings,
  type Literal,
  type Term,
} from "../term/index.ts";
import type { Accept, Part } from "./part.ts";
import type {
  Disclose,
  Effect,
  EventObject,
  Here,
  Keep,
  Learn,
  Purge,
  Receiving,
  Remember,
  Send,
  Standing,
  Tell,
} from "./wiring.ts";

/** One thing that happens because of an emission, with its rule already applied. */
export type Happening =
  | ({ readonly kind: "send" } & Send)
  | ({ readonly kind: "tell" } & Tell)
  | ({ readonly kind: "learn" } & Learn)
  | ({ readonly kind: "keep" | "erase" } & Keep)
  | ({ readonly kind: "purge" } & Purge)
  | ({ readonly kind: "disclose" } & Disclose)
  | { readonly kind: "remember"; readonly register: string; readonly term: Term }
  | {
      readonly kind: "fact";
      readonly fact: { readonly type: string } & Readonly<Record<string, Literal>>;
    };

/** What a part holds in its registers, in the order in which it declares them, and what its input has bound. */
export interface Memory {
  readonly held: readonly Term[];
  readonly bound: Bindings;
}

/** Where a part stands when somebody decides to do something with it. */
export const standing = (part: Part): Standing<object> => ({
  ...part.roles,
  name: part.name,
  unit: part.unit,
  owner: part.owner,
});

/** Everything that an emission of a part brings about, in the order in which its wiring lists it. */
export const happenings = (
  part: Part,
  emission: EventObject,
  carried: Term,
  { held, bound }: Memory,
): Happening[] => {
  const here = {
    ...standing(part),
    carried,
    it: emission,
    held: heldBy(part, held),
    bound: named(Object.fromEntries(bound), (name) => ({
      what: `the wiring of ${part.name} asks what "${name}" is bound to, and nothing is when it emits "${emission.type}"`,
      why: `bound is ${told([...bound.keys()])}: what the pattern of the input leaves open that led there`,
      todo: `correct the name, or accept that input with anything("${name}")`,
    })),
  } as Here;
  return wired(part, emission).flatMap((rule): Happening[] => {
    const made = purely(() => rule.make(here));
    if (made === undefined) return [];
    if (rule.rule === "remember") return remembered(part, made as Remember);
    const all = Array.isArray(made) ? made : [made];
    return rule.rule === "fact"
      ? all.map((fields) => ({ kind: "fact", fact: { type: rule.type, ...fields } }))
      : all.map((one) => ({ ...one, kind: rule.rule }) as Happening);
  });
};

/** What becomes of an input: the event that the machine hears, if any, and what its pattern binds. */
export interface Received {
  readonly event: EventObject | undefined;
  readonly bound: Bindings;
}

const unbound: Bindings = new Map();

/** What a part makes of an input, given the term beside it and what its registers hold. */
export const received = (
  part: Part,
  event: EventObject,
  term: Term,
  held: readonly Term[],
): Received => {
  if (!acceptOf(part, event)) return { event, bound: unbound };
  const pattern = accepted(part, event, held);
  const bound = pattern && matching(pattern, term);
  if (bound) return { event, bound };
  const { onRefused } = part.kind;
  return { event: onRefused ? { type: onRefused, of: event.type } : undefined, bound: unbound };
};

/** The pattern by which a part takes an input here and now; undefined if it takes none, or every term. */
export const accepted = (
  part: Part,
  event: EventObject,
  held: readonly Term[],
): Term | undefined => {
  const accept = acceptOf(part, event);
  const pattern = accept && purely(() => accept(receiving(part, event, held)));
  if (pattern) mustBeReadable(part, event, pattern);
  return pattern;
};

/** The patterns by which a message for an input is made up here and now; none where nothing is taken. */
export const shapesOf = (
  part: Part,
  event: EventObject,
  held: readonly Term[],
): readonly Term[] => {
  const accept = part.kind.accepts![event.type]!;
  const pattern = accepted(part, event, held);
  const takesAll = acceptOf(part, event) === undefined;
  if (typeof accept === "function" || !accept.shapes || !(pattern || takesAll))
    return pattern ? [pattern] : takesAll ? [nothing] : [];
  const { shapes } = accept;
  const declared = purely(() => shapes(receiving(part, event, held)));
  for (const shape of declared) mustBeReadable(part, event, shape);
  return declared;
};

const receiving = (part: Part, event: EventObject, held: readonly Term[]): Receiving<object> => ({
  ...standing(part),
  it: event,
  held: heldBy(part, held),
});

const mustBeReadable = ({ name, kind }: Part, { type }: EventObject, pattern: Term): void => {
  const [unread] = unreadIn(pattern);
  if (unread === undefined) return;
  throw new Mistake({
    what: `${name} accepts "${type}" by a pattern in which nobody can read "${unread}"`,
    where: placeOfKeys(kind.place, ["accepts", type]),
    why: "what is only hashed, or encrypted under itself, cannot be told from the message",
    todo: `let the message contain "${unread}" where it can be read as well, or name what is expected`,
  });
};

/** How a part takes a kind of input; undefined where it takes every term. */
const acceptOf = ({ kind }: Part, { type }: EventObject): Accept<object> | undefined => {
  const accept = kind.accepts?.[type];
  return typeof accept === "function" ? accept : accept?.term;
};

/** What a part's registers hold, by name. */
const heldBy = ({ name, kind }: Part, terms: readonly Term[]): Readonly<Record<string, Term>> => {
  const { holds = [] } = kind;
  return named(Object.fromEntries(holds.map((held, at) => [held, terms[at]!])), (asked) => ({
    what: `the wiring of ${name} asks for a register "${asked}", which it does not have`,
    why: `it holds ${told(holds)}`,
    todo: `correct the name, or add "${asked}" to what part "${kind.kind}" holds`,
  }));
};

const remembered = (part: Part, terms: Remember): Happening[] =>
  Object.entries(terms).map(([register, term]) => {
    const { holds = [], kind, place } = part.kind;
    if (!holds.includes(register))
      throw new Mistake({
        what: `the wiring of ${part.name} remembers "${register}", and there is no such register`,
        where: placeOfKeys(place, ["emits"]),
        why: `it holds ${told(holds)}`,
        todo: `correct the name, or add "${register}" to what part "${kind}" holds`,
      });
    return { kind: "remember", register, term: term ?? nothing };
  });

/** A record that answers only for what it has: anything else would be undefined, and go unnoticed. */
const named = (
  terms: Readonly<Record<string, Term>>,
  mistake: (name: string) => MistakeText,
): Readonly<Record<string, Term>> =>
  new Proxy(terms, {
    get: (target, name) => {
      if (typeof name === "symbol" || Object.hasOwn(target, name)) return target[String(name)];
      throw new Mistake(mistake(name));
    },
  });

const told = (names: readonly string[]): string => names.join(", ") || "nothing";

/** An emission that nobody wired would vanish, and a lost notice looks exactly like that. */
const wired = ({ name, kind }: Part, { type }: EventObject): readonly Effect[] => {
  const rules = kind.emits?.[type];
  if (rules) return rules;
  throw new Mistake({
    what: `${name} emits "${type}", and nothing says what that brings about`,
    where: kind.place,
    why: `part "${kind.kind}" wires ${
      Object.keys(kind.emits ?? {})
        .toSorted()
        .join(", ") || "nothing"
    }`,
    todo: `add emits: { "${type}": [...] }; an empty list says that nothing comes of it`,
  });
};

/** The entries of a store that a disclosure shows, newest last. */
export const disclosed = <Entry>(
  entries: readonly Entry[],
  upTo: Entry | undefined,
  last: number,
): readonly Entry[] => {
  const end = upTo === undefined ? entries.length : entries.lastIndexOf(upTo) + 1;
  return entries.slice(Math.max(0, end - last), end);
};

/** The message body inside a term, however deep, if there is one: whom a lost or interrupted term concerns. */
export const bodyIn = (term: Term, without: Set<Term> = new Set()): Term | undefined => {
  if (term.kind === "body") return term;
  for (const part of term.parts) {
    if (without.has(part)) continue;
    const found = bodyIn(part, without);
    if (found) return found;
    without.add(part);
  }
  return undefined;
};
