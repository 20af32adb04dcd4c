import {
  compile,
  judge,
  memory,
  nextState,
  Said,
  type Fact,
  type Invariant,
  type Judgement,
  type TraceEntry,
} from "../../src/promise/index.ts";
import { MonitorBank } from "../../src/world/monitor-bank.ts";

/** A fact, or how much time passes. */
export type Entry = Fact | number;

export type Domains = Readonly<Record<string, readonly string[]>>;

const isTime = (entry: Entry): entry is number => typeof entry === "number";

const unseen = (part: string): never => {
  throw new Error(`nothing here looks at ${part}`);
};

const entriesOf = (trace: readonly Entry[]): TraceEntry[] =>
  trace.map((entry) => (isTime(entry) ? { elapsed: entry } : { fact: entry, look: unseen }));

/** The naive evaluator over a whole trace. */
export const judged = (
  invariant: Invariant,
  trace: readonly Entry[],
  end: "quiescent" | "cut",
  domains: Domains = {},
): Judgement => judge(invariant, entriesOf(trace), end, domains);

/** What the naive evaluator says that a trace has left behind, as text, per binding that remembers anything. */
export const remembered = (
  invariant: Invariant,
  trace: readonly Entry[],
  domains: Domains = {},
): ReadonlyMap<string, string> => {
  const memories = Object.entries(memory(invariant, entriesOf(trace), domains));
  return new Map(memories.map(([binding, left]) => [binding, JSON.stringify(left)]));
};

/**
 * Monitors over the same trace, one entry after the other, bound and stepped as a world does it. One watcher may watch
 * many traces, so that what earlier ones left in its tables is there, as in a search.
 */
export class Watcher {
  readonly #bank: MonitorBank;
  readonly #params: readonly string[];
  readonly #ids = new Map<string, number>();
  #cells: number[] = [];

  constructor(invariant: Invariant, domains: Domains = {}) {
    const compiled = compile(invariant);
    this.#params = compiled.params;
    this.#bank = new MonitorBank([compiled], {
      partIndex: new Map(),
      domains,
      localOf: unseen as never,
      viewOf: unseen as never,
      newSlot: () => this.#cells.push(0) - 1,
    });
  }

  watch(trace: readonly Entry[], end: "quiescent" | "cut"): Judgement {
    this.#cells = this.#cells.map(() => 0);
    const { instances, invariants, timedInstances } = this.#bank;
    const [monitor] = invariants;
    const violations: { binding: Judgement["violations"][0]["binding"]; at: number | "end" }[] = [];
    let tested = 0;
    let witnessed = false;
    const take = (instance: number, at: number, answer: number): void => {
      const { slot, binding } = instances[instance]!;
      this.#cells[slot] = nextState(answer);
      if (answer & Said.tested) tested++;
      if (answer & Said.violated) violations.push({ binding, at });
      if (answer & Said.witnessed) witnessed = true;
    };
    trace.forEach((entry, at) => {
      if (isTime(entry)) {
        for (const { index, slot } of timedInstances)
          take(index, at, monitor!.wait(this.#cells[slot]!, entry));
        return;
      }
      if (!monitor!.listensTo.has(entry.type)) return;
      const reading = this.#bank.read(this.#idOf(entry), entry);
      for (let pair = 0; pair < reading.length; pair += 2) {
        const instance = reading[pair]!;
        const { slot } = instances[instance]!;
        take(instance, at, monitor!.step(this.#cells[slot]!, reading[pair + 1]!));
      }
    });
    if (end === "quiescent")
      for (const { slot, binding } of instances)
        if (monitor!.owes(this.#cells[slot]!)) violations.push({ binding, at: "end" });
    return { params: this.#params, tested, violations, witnessed };
  }

  /** Per binding that a trace has taken out of its initial state: the state that it is in. */
  states(trace: readonly Entry[]): ReadonlyMap<string, number> {
    this.watch(trace, "cut");
    const bindings = this.#bank.instances.map(({ binding, slot }): [string, number] => [
      JSON.stringify(binding),
      this.#cells[slot]!,
    ]);
    return new Map(bindings.filter(([, state]) => state !== 0));
  }

  #idOf(fact: Fact): number {
    const key = JSON.stringify(fact);
    let id = this.#ids.get(key);
    if (id === undefined) this.#ids.set(key, (id = this.#ids.size));
    return id;
  }
}

/** A judgement in one order: who judges may list the bindings of one moment as they come. */
export const comparable = ({ tested, violations, witnessed }: Judgement) => ({
  tested,
  witnessed,
  violations: violations.map(({ binding, at }) => `${at} ${JSON.stringify(binding)}`).toSorted(),
});
