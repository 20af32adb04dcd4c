import { purely, type PartView } from "../machine/index.ts";
import { Mistake } from "../mistake.ts";
import type { ReadingAnswer } from "./answers.ts";
import type { CompiledInvariant, Fact } from "../promise/index.ts";
import type { Literal } from "../term/index.ts";

/** One invariant bound to one person, business, message …, and the world slot that holds its monitor's state. */
export interface Instance {
  readonly invariant: number;
  readonly binding: readonly Literal[];
  readonly slot: number;
}

/** By invariant and then binding: an order that does not depend on which instance came up first. */
export const byName = (left: Instance, right: Instance): number =>
  left.invariant - right.invariant ||
  (JSON.stringify(left.binding) < JSON.stringify(right.binding) ? -1 : 1);

interface IndexedInstance extends Instance {
  readonly index: number;
}

/** What a fact means to the monitors, given the states of the parts that predicates looked at: instance, symbol, … */
type Reading = readonly number[];

/** What a fact's reading depends on: the local state of one part and then more, or (`part` is -1) nothing more. */
interface Decision {
  readonly part: number;
  /** By local state. */
  readonly next: (Decision | undefined)[];
  readonly reading: Reading;
}

/** What the bank needs of the world it watches. */
export interface Watched {
  readonly partIndex: ReadonlyMap<string, number>;
  readonly domains: Readonly<Record<string, readonly string[]>>;
  localOf(part: number): number;
  viewOf(part: number): PartView;
  /** A fresh slot of the world's vector, zero everywhere. */
  newSlot(): number;
}

/**
 * Routes facts to the monitors they concern. Predicates may look at other parts; which ones they look at is noticed
 * the first time and remembered as a decision tree over those parts' local states, so that the second time a fact
 * under the same circumstances is a walk down that tree.
 *
 * Binding parameters follows parametric trace slicing (Chen, Roşu, "Parametric Trace Slicing and Monitoring", 2009):
 * a fact that leaves a parameter open reaches every binding that agrees with it on the others.
 */
export class MonitorBank {
  readonly invariants: readonly CompiledInvariant[];
  readonly instances: Instance[] = [];
  /** Every reading so far, in order. */
  readonly readings: ReadingAnswer[] = [];
  /** Those whose verdict can change by time passing alone, with their index, in the order of {@link byName}. */
  readonly timedInstances: IndexedInstance[] = [];
  /** Those that may owe something at the end, in the same order. */
  readonly obligingInstances: IndexedInstance[] = [];
  /** The longest duration that any invariant mentions; 0 if none does. */
  readonly horizon: number;
  readonly #watched: Watched;
  readonly #timedTypes: ReadonlySet<string>;
  readonly #listeners = new Map<string, number[]>();
  readonly #decisions: (Decision | undefined)[] = [];
  /** Per fact, whether it may matter to a promise about durations. */
  readonly #concernsTime: boolean[] = [];
  readonly #byBinding: Map<string, number>[];
  /** Per invariant, the parameters that some fact left open: their values must come from a declared domain. */
  readonly #open: Set<number>[];

  constructor(invariants: readonly CompiledInvariant[], watched: Watched) {
    this.invariants = invariants;
    this.#watched = watched;
    this.#byBinding = invariants.map(() => new Map());
    this.#open = invariants.map(() => new Set());
    this.horizon = Math.max(0, ...invariants.map(({ horizon }) => horizon));
    this.#timedTypes = new Set(
      invariants.flatMap(({ timed, listensTo }) => (timed ? [...listensTo] : [])),
    );
    invariants.forEach(({ listensTo }, index) => {
      for (const type of listensTo)
        this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), index]);
    });
  }

  /** Whether a fact that has been read may matter to a promise about durations. */
  concernsTime(id: number): boolean {
    return this.#concernsTime[id]!;
  }

  /** The reading of a fact here and now: pairs of instance and symbol. */
  read(id: number, fact: Fact): Reading {
    let decision = this.#decisions[id];
    while (decision !== undefined && decision.part >= 0)
      decision = decision.next[this.#watched.localOf(decision.part)];
    return decision === undefined ? this.#decide(id, fact) : decision.reading;
  }

  /** The parts that the reading of a fact that has been read depends on here and now, in the order of asking. */
  lookedAt(id: number): number[] {
    const looked: number[] = [];
    let decision = this.#decisions[id];
    while (decision !== undefined && decision.part >= 0) {
      looked.push(decision.part);
      decision = decision.next[this.#watched.localOf(decision.part)];
    }
    return looked;
  }

  #decide(id: number, fact: Fact): Reading {
    this.#concernsTime[id] = this.#timedTypes.has(fact.type);
    const looked: number[] = [];
    const look = (name: string): PartView => {
      const part = this.#watched.partIndex.get(name);
      if (part === undefined)
        throw new Mistake({
          what: `a promise about "${fact.type}" looks at part "${name}", which is not in the composition`,
          todo: "look at a part of the composition",
        });
      if (!looked.includes(part)) looked.push(part);
      return this.#watched.viewOf(part);
    };
    const symbols = new Map<number, number>();
    for (const invariant of this.#listeners.get(fact.type) ?? []) {
      const { read, join } = this.invariants[invariant]!;
      for (const { binding, symbol } of purely(() => read(fact, look)))
        for (const instance of this.#bind(invariant, binding, fact)) {
          const other = symbols.get(instance);
          symbols.set(instance, other === undefined ? symbol : join(other, symbol));
        }
    }
    const reading = [...symbols].flat();
    this.#remember(id, looked, reading);
    const circumstances = looked.flatMap((part) => [part, this.#watched.localOf(part)]);
    this.readings.push({ fact: id, looked: circumstances, reading });
    return reading;
  }

  #remember(id: number, looked: readonly number[], reading: Reading): void {
    let among = this.#decisions;
    let at = id;
    for (const part of looked) {
      const { next } = (among[at] ??= { part, next: [], reading: [] });
      among = next;
      at = this.#watched.localOf(part);
    }
    among[at] = { part: -1, next: [], reading };
  }

  /** The instances that a (possibly open) binding reaches; makes those that are new. */
  #bind(invariant: number, binding: readonly (Literal | undefined)[], fact: Fact): number[] {
    const { params, id, place } = this.invariants[invariant]!;
    binding.forEach((value, index) => value === undefined && this.#leaveOpen(invariant, index));
    return binding
      .reduce<Literal[][]>(
        (made, value, index) => {
          const values = value === undefined ? this.#watched.domains[params[index]!] : [value];
          if (!values)
            throw new Mistake({
              what: `${id} is about the same ${params[index]}, but the fact "${fact.type}" names none`,
              where: place,
              why: "such a fact reaches every one of them, and nobody said which there are",
              todo: `give the composition domains: { ${params[index]}: [...] }, or let the fact name it`,
            });
          return made.flatMap((before) => values.map((one) => [...before, one]));
        },
        [[]],
      )
      .map((full) => this.instance(invariant, full));
  }

  /** From now on, facts of this invariant may leave a parameter open, so that its domain must be complete. */
  #leaveOpen(invariant: number, index: number): void {
    if (this.#open[invariant]!.has(index)) return;
    this.#open[invariant]!.add(index);
    for (const { invariant: other, binding } of this.instances)
      if (other === invariant) this.#mustKnow(invariant, index, binding[index]!);
  }

  #mustKnow(invariant: number, index: number, value: Literal): void {
    const { params, id, place } = this.invariants[invariant]!;
    const domain: readonly Literal[] | undefined = this.#watched.domains[params[index]!];
    if (!domain || domain.includes(value)) return;
    throw new Mistake({
      what: `${id} met the ${params[index]} "${value}", and a fact that named none`,
      where: place,
      why: "that fact should have reached this one too, but no declared domain has it",
      todo: `complete the composition's domain of ${params[index]}`,
    });
  }

  /** The instance of an invariant for a binding; it is made if there is none yet. */
  instance(invariant: number, binding: readonly Literal[]): number {
    const key = JSON.stringify(binding);
    const known = this.#byBinding[invariant]!.get(key);
    if (known !== undefined) return known;
    for (const index of this.#open[invariant]!) this.#mustKnow(invariant, index, binding[index]!);
    const instance = { invariant, binding, slot: this.#watched.newSlot() };
    const made = this.instances.push(instance) - 1;
    const { timed, obliges } = this.invariants[invariant]!;
    if (timed) addByName(this.timedInstances, { ...instance, index: made });
    if (obliges) addByName(this.obligingInstances, { ...instance, index: made });
    this.#byBinding[invariant]!.set(key, made);
    return made;
  }
}

const addByName = (instances: IndexedInstance[], instance: IndexedInstance): void => {
  instances.push(instance);
  instances.sort(byName);
};
