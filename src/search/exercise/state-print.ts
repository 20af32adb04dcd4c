import { termById } from "../../term/index.ts";
import { faultKinds, type World } from "../../world/index.ts";
import { fingerprint } from "./fingerprint.ts";

/** So many bits of each slot add up without loss, whatever the number of slots. */
const bits = 2 ** 44;

/** What a slot is called, and what its values are called; by its number, if left out. */
interface Named {
  readonly name: string;
  readonly valueName?: (value: number) => string;
}

/**
 * Fingerprints of a world's states by the names of all that they hold, so that two processes, which number things in
 * different orders, give the same state the same one: the sum of what each slot contributes. Only slots that differ from
 * the last state are looked at.
 */
export class StatePrint {
  readonly #world: World;
  readonly #slots: (Named | undefined)[] = [];
  /** Per slot and value. 0 stands for nothing, for every slot and in every process. */
  readonly #contributions: number[][] = [];
  #last = new Int32Array(0);
  #sum = 0;
  #timers = 0;
  #instances = 0;

  constructor(world: World) {
    this.#world = world;
    this.#nameAll();
  }

  /** The fingerprint of the world's present state. */
  get value(): number {
    const { cells } = this.#world;
    if (this.#last.length < cells.length) this.#widen(cells.length);
    const last = this.#last;
    for (let slot = 0; slot < cells.length; slot++) {
      const value = cells[slot]!;
      if (value === last[slot]) continue;
      this.#sum += this.#of(slot, value) - this.#of(slot, last[slot]!);
      last[slot] = value;
    }
    return this.#sum;
  }

  #widen(width: number): void {
    const wider = new Int32Array(width);
    wider.set(this.#last);
    this.#last = wider;
  }

  #of(slot: number, value: number): number {
    if (value === 0) return 0;
    const known = (this.#contributions[slot] ??= []);
    return (known[value] ??= this.#print(slot, value));
  }

  #print(slot: number, value: number): number {
    this.#nameNew();
    const { name, valueName = String } = this.#slots[slot]!;
    return fingerprint(`${name}\u0000${valueName(value)}`) % bits;
  }

  #nameAll(): void {
    const { plan, layout, lists, entries, knowledge, programs } = this.#world;
    const labels = (terms: readonly number[]): string[] => terms.map((id) => termById(id).label);
    const name = (from: number, names: readonly string[], valueName?: Named["valueName"]): void => {
      for (const [at, each] of names.entries())
        this.#slots[from + at] = { name: each, ...(valueName && { valueName }) };
    };
    for (const { index, part, table } of plan.parts)
      name(index, [`part ${part.name}`], (local) => table.key(local));
    const queue = (list: number): string =>
      JSON.stringify(lists.items(list).map((item) => programs.items[item]!.name));
    const kept = (list: number): string => JSON.stringify(labels(entries.items(list)));
    const known = (state: number): string =>
      JSON.stringify(labels(knowledge.terms(state)).toSorted());
    name(layout.channels, namesOf("channel", plan.channels), queue);
    name(layout.coalitions, namesOf("coalition", plan.coalitions), known);
    name(layout.stores, namesOf("store", plan.stores), kept);
    const owned = plan.registers.map((one) => `${plan.parts[one.part]!.part.name}.${one.name}`);
    name(
      layout.registers,
      owned.map((each) => `register ${each}`),
      kept,
    );
    const limits = plan.limits.map((one) => `${plan.parts[one.part]!.part.name}.${one.name}`);
    name(
      layout.limits,
      limits.map((each) => `limit ${each}`),
    );
    name(
      layout.faults,
      faultKinds.map((kind) => `fault ${kind}`),
    );
    name(
      layout.offline,
      plan.units.map((unit) => `offline ${unit}`),
    );
    name(layout.restless, ["restless"]);
    if (!plan.adversary) return;
    name(layout.injected, ["injected"]);
    name(layout.seen, ["seen"], queue);
    name(layout.captured, namesOf("captured", plan.adversary.captures));
  }

  /** Timers and monitors get their slots when they first come up. */
  #nameNew(): void {
    const { timers, bank } = this.#world;
    for (; this.#timers < timers.all.length; this.#timers++) {
      const { slot, name } = timers.all[this.#timers]!;
      this.#slots[slot] = { name };
    }
    for (; this.#instances < bank.instances.length; this.#instances++) {
      const { slot, invariant, binding } = bank.instances[this.#instances]!;
      const { id, textOf } = bank.invariants[invariant]!;
      this.#slots[slot] = {
        name: `promise ${id} ${JSON.stringify(binding)}`,
        valueName: textOf,
      };
    }
  }
}

const namesOf = (what: string, things: readonly { readonly name: string }[]): string[] =>
  things.map(({ name }) => `${what} ${name}`);
