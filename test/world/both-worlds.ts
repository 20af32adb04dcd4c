import { expect } from "vitest";
import { compile, type Fact, type Invariant } from "../../src/promise/index.ts";
import { takeByName } from "../../src/search/take-by-name.ts";
import { LiveWorld, World, type Composition } from "../../src/world/index.ts";
import type { Freedom } from "../../src/world/plan.ts";

/** What a story needs of a scenario; the rest is filled in. */
export type Freely = Partial<Omit<Freedom, "bound">> & {
  readonly bound?: Readonly<Record<string, number>>;
};

export const freedomOf = ({ bound, ...rest }: Freely): Freedom => ({
  mayDo: {},
  faults: {},
  ...rest,
  bound: { moves: 100, ...bound },
});

/** A fact as a word or two: its type and the given fields, in their order. */
export const brief = (fact: Fact, ...fields: readonly string[]): string =>
  [fact.type, ...fields.flatMap((field) => (field in fact ? [String(fact[field])] : []))].join(" ");

/**
 * A story told on tables and on live actors at once: every move must be on offer in both, in the same place, and make
 * the same facts.
 */
export class BothWorlds {
  readonly tables: World;
  readonly live: LiveWorld;

  constructor(
    composition: Composition,
    freely: Freely = {},
    invariants: readonly Invariant[] = [],
  ) {
    const freedom = freedomOf(freely);
    this.tables = new World(composition, freedom, invariants.map(compile));
    this.live = new LiveWorld(composition, freedom, invariants);
    this.tables.begin();
  }

  get offers(): string[] {
    const names = this.tables.offers.names();
    expect(names).toEqual(this.live.moves().map(({ name }) => name));
    return names;
  }

  /** What happens by itself when nobody acts. */
  get calm(): string[] {
    const names = this.tables.offers.names("nobody");
    expect(names).toEqual(this.live.moves("nobody").map(({ name }) => name));
    return names;
  }

  /** Makes the moves of these names; the facts of all of them, in order. */
  take(...names: readonly string[]): Fact[] {
    return names.flatMap((name) => {
      expect(this.offers, `offers before "${name}"`).toContain(name);
      expect(takeByName(this.tables, name), name).toBe(true);
      const facts = this.tables.facts.map((id) => this.tables.fact(id));
      expect(facts).toEqual(this.live.take(name).facts);
      return facts;
    });
  }

  /** The same, told briefly. */
  told(names: readonly string[], ...fields: readonly string[]): string[] {
    return this.take(...names).map((fact) => brief(fact, ...fields));
  }

  /** Labels of the message bodies that somebody can read. */
  reads(who: string): string[] {
    const { tables } = this;
    const slot = tables.layout.coalitions + tables.plan.coalitionIndex.get(who)!;
    const labels = this.live.knowledge
      .get(who)!
      .bodies()
      .map(({ label }) => label);
    expect(tables.knowledge.bodies(tables.cells[slot]!)).toHaveLength(labels.length);
    return labels;
  }

  /** Labels of what a store holds. */
  holds(store: string): string[] {
    const { tables } = this;
    const slot = tables.layout.stores + tables.plan.storeIndex.get(store)!;
    const terms = this.live.stores.get(store)!;
    expect([...tables.entries.items(tables.cells[slot]!)]).toEqual(terms.map(({ id }) => id));
    return terms.map(({ label }) => label);
  }
}
