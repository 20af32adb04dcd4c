import type { Term } from "../term/index.ts";
import type { Adversary } from "./adversary.ts";
import type { Composition } from "./composition.ts";

/** What somebody gets who has a unit in their hands, for a moment or for good. */
export interface Corruption {
  /** Keys and whatever else it knows; by default what its owner knows from the start. Registers come with it anyway. */
  readonly gives?: readonly Term[];
  /** Stores that can be read there; by default all of its owner's. */
  readonly stores?: readonly string[];
  /** Whether they stay: then they see what the unit writes, sends, gets and remembers, and its channels are theirs. */
  readonly lasting?: boolean;
}

/** One thing that falls into an adversary's hands, once in a story: a unit or a store. */
export interface Capture {
  /** The name of the move. */
  readonly name: string;
  readonly fact: { readonly type: string } & Readonly<Record<string, string>>;
  readonly gives: readonly Term[];
  /** Parts whose registers are read. */
  readonly parts: readonly string[];
  readonly stores: readonly string[];
  /** The unit that stays in their hands, if one does. */
  readonly unit: string | undefined;
}

/** Everything that an adversary may capture, in the order of names. */
export const capturesOf = (one: Adversary, composition: Composition): readonly Capture[] => {
  const { coalition: by } = one;
  const units = Object.entries(one.corrupts).map(([unit, corruption]): Capture => {
    const parts = composition.parts.filter((part) => part.unit === unit);
    const owners = parts.map(({ owner }) => owner);
    const knows = composition.coalitions.flatMap((each) =>
      owners.includes(each.name) ? each.knows : [],
    );
    const stores = composition.stores.filter(({ owner }) => owners.includes(owner));
    return {
      name: `corrupt ${unit}`,
      fact: { type: "corrupted", unit, by },
      gives: corruption.gives ?? knows,
      parts: parts.map(({ name }) => name).toSorted(),
      stores: corruption.stores ?? stores.map(({ name }) => name).toSorted(),
      unit: corruption.lasting ? unit : undefined,
    };
  });
  const stores = one.breaches.map((store): Capture => ({
    name: `breach ${store}`,
    fact: { type: "breached", store, by },
    gives: [],
    parts: [],
    stores: [store],
    unit: undefined,
  }));
  return [...units, ...stores].toSorted((left, right) => (left.name < right.name ? -1 : 1));
};
