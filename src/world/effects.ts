import { purely } from "../machine/index.ts";
import { Mistake } from "../mistake.ts";
import type { Literal, Term } from "../term/index.ts";
import type { Part } from "./part.ts";
import type {
  Disclose,
  Effect,
  EventObject,
  Here,
  Keep,
  Learn,
  Purge,
  Send,
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
  | {
      readonly kind: "fact";
      readonly fact: { readonly type: string } & Readonly<Record<string, Literal>>;
    };

/** Where a part stands when its wiring runs. */
export const standing = (part: Part): Omit<Here<object>, "carried" | "it"> => ({
  ...part.roles,
  name: part.name,
  unit: part.unit,
  owner: part.owner,
});

/** Everything that an emission of a part brings about, in the order in which its wiring lists it. */
export const happenings = (part: Part, emission: EventObject, carried: Term): Happening[] => {
  const here = { ...standing(part), carried, it: emission } as Here;
  return wired(part, emission).flatMap((rule): Happening[] => {
    const made = purely(() => rule.make(here));
    if (made === undefined) return [];
    const all = Array.isArray(made) ? made : [made];
    return rule.rule === "fact"
      ? all.map((fields) => ({ kind: "fact", fact: { type: rule.type, ...fields } }))
      : all.map((one) => ({ ...one, kind: rule.rule }) as Happening);
  });
};

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
