import { BodyFact } from "./body-fact.ts";
import { ways } from "./learning.ts";
import type { Plan } from "./plan.ts";
import type { Disclosure, Programs } from "./programs.ts";

/** Every fact about messages that the engine states by itself, by the place where it comes up. */
export class BodyFacts {
  /** Per coalition, and by which way. */
  readonly learned: readonly (readonly BodyFact[])[];
  /** Per store. */
  readonly stored: readonly BodyFact[];
  readonly erased: readonly BodyFact[];
  /** Per channel. */
  readonly dropped: readonly BodyFact[];
  readonly unsent: readonly BodyFact[];
  /** Per unit. */
  readonly interrupted: readonly BodyFact[];
  readonly #plan: Plan;
  readonly #programs: Programs;
  readonly #disclosed = new Map<Disclosure, BodyFact[]>();

  constructor(plan: Plan, programs: Programs) {
    this.#plan = plan;
    this.#programs = programs;
    const { coalitions, stores, channels, units } = plan;
    this.learned = coalitions.map(({ name }) =>
      ways.map((how) => new BodyFact(programs, "learned", { by: name, how })),
    );
    this.stored = stores.map(
      ({ name, owner }) => new BodyFact(programs, "stored", { store: name, owner }),
    );
    this.erased = stores.map(
      ({ name, owner }) => new BodyFact(programs, "erased", { store: name, owner }),
    );
    this.dropped = channels.map(({ name }) => new BodyFact(programs, "dropped", { channel: name }));
    this.unsent = channels.map(({ name }) => new BodyFact(programs, "unsent", { channel: name }));
    this.interrupted = units.map((unit) => new BodyFact(programs, "interrupted", { unit }));
  }

  /** What a disclosure says of the body that lay so far back. */
  disclosed(disclosure: Disclosure, back: number): BodyFact {
    let made = this.#disclosed.get(disclosure);
    if (!made) this.#disclosed.set(disclosure, (made = []));
    return (made[back] ??= this.#disclosure(disclosure, back));
  }

  #disclosure({ store, to }: Disclosure, back: number): BodyFact {
    const { name, owner } = this.#plan.stores[store]!;
    const reader = this.#plan.coalitions[to]!.name;
    return new BodyFact(this.#programs, "disclosed", { store: name, owner, reader, back });
  }
}
