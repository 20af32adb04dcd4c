import { termById, type Term } from "../../term/index.ts";
import type { World } from "../world.ts";
import { Asymmetric } from "./asymmetric.ts";
import type { Renaming } from "./renaming.ts";

/** Per monitor instance, the symbols it was given. */
type Heard = ReadonlyMap<number, Set<number>>;

/**
 * Messages that become readable all at once are told in the order of their labels, and labels mention names: elsewhere,
 * they may come in another order. Then no promise may care.
 */
export class Orders {
  readonly #world: World;
  /** Bodies that come in another order under some renaming, in pairs. */
  readonly #turned = new Map<string, readonly [Term, Term]>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Notes which of these bodies, that became readable at once, a renaming turns round. */
  note(renaming: Renaming, bodies: readonly number[]): void {
    const label = (body: number): string => termById(renaming.term(body)).label;
    for (const [at, first] of bodies.entries())
      for (const second of bodies.slice(at + 1))
        if (label(first) > label(second))
          this.#turned.set(`${first} ${second}`, [termById(first), termById(second)]);
  }

  /** Throws an {@link Asymmetric} if some monitor was ever told different things by somebody's learning such a pair. */
  mustNotMatter(): void {
    if (this.#turned.size === 0) return;
    const heard = this.#heard();
    for (const [first, second] of this.#turned.values())
      for (const { name } of this.#world.plan.coalitions) {
        const [ours, theirs] = [first, second].map(({ label }) =>
          heard.get(`${name} ${label}`),
        ) as [Heard | undefined, Heard | undefined];
        for (const [instance, symbols] of ours ?? [])
          if (symbols.union(theirs?.get(instance) ?? symbols).size > 1)
            throw new Asymmetric(
              `${name} reads "${first.label}" and "${second.label}" at once, and a promise asks which came first`,
            );
      }
  }

  /** What each fact of learning has ever said to which monitor instance, by who learned and what. */
  #heard(): ReadonlyMap<string, Heard> {
    const { bank } = this.#world;
    const heard = new Map<string, Map<number, Set<number>>>();
    for (const { fact, reading } of bank.readings) {
      const { type, by, message } = this.#world.fact(fact);
      if (type !== "learned") continue;
      const key = `${String(by)} ${String(message)}`;
      const theirs = heard.get(key) ?? new Map<number, Set<number>>();
      for (const [instance, symbol] of symbolsOf(reading))
        theirs.set(instance, (theirs.get(instance) ?? new Set()).add(symbol));
      heard.set(key, theirs);
    }
    return heard;
  }
}

/** A reading by instance. */
export const symbolsOf = (reading: readonly number[]): ReadonlyMap<number, number> => {
  const symbols = new Map<number, number>();
  for (let at = 0; at < reading.length; at += 2) symbols.set(reading[at]!, reading[at + 1]!);
  return symbols;
};
