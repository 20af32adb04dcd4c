import type { Overview } from "../../report/html/overview.ts";

/** What is known of a trace before it is decoded. */
export interface TraceName {
  /** Its place among all traces. */
  readonly at: number;
  readonly key: string;
  readonly scenario: string;
  readonly protocol: string;
  readonly invariant: string;
  readonly steps: number;
  readonly expected: boolean;
}

/** All traces by name, found in columns of numbers. */
export class TraceList {
  readonly #overview: Overview;
  readonly #keys: readonly string[];
  readonly #byKey: ReadonlyMap<string, number>;
  readonly #byInvariant: ReadonlyMap<string, readonly number[]>;

  constructor(overview: Overview) {
    this.#overview = overview;
    const { traces, tasks } = overview;
    const met = new Map<string, number>();
    this.#keys = traces.invariant.map((invariant, at) => {
      const { scenario, protocol } = tasks[traces.task[at]!] ?? nowhere;
      const name = `${scenario}.${protocol}.${traces.ids[invariant]}`;
      const count = (met.get(name) ?? 0) + 1;
      met.set(name, count);
      return traces.oddKeys[at] ?? (count > 1 ? `${name}.${count}` : name);
    });
    this.#byKey = new Map(this.#keys.map((key, at) => [key, at]));
    this.#byInvariant = Map.groupBy(traces.task.keys(), (at) => traces.ids[traces.invariant[at]!]!);
  }

  get count(): number {
    return this.#overview.traces.task.length;
  }

  /** The place of a trace, or undefined. */
  find(key: string): TraceName | undefined {
    const at = this.#byKey.get(key);
    return at === undefined ? undefined : this.#name(at);
  }

  /** The trace at a place. */
  at(at: number): TraceName {
    return this.#name(at);
  }

  /** Traces that break an invariant under a protocol, shortest first. */
  breaking(invariant: string, protocol: string): TraceName[] {
    return (this.#byInvariant.get(invariant) ?? [])
      .map((at) => this.#name(at))
      .filter((name) => name.protocol === protocol)
      .toSorted((left, right) => left.steps - right.steps || left.at - right.at);
  }

  #name(at: number): TraceName {
    const { traces, tasks } = this.#overview;
    const { scenario, protocol } = tasks[traces.task[at]!] ?? nowhere;
    return {
      at,
      key: this.#keys[at]!,
      scenario,
      protocol,
      invariant: traces.ids[traces.invariant[at]!]!,
      steps: traces.steps[at]!,
      expected: traces.expected[at] === 1,
    };
  }
}

const nowhere = { scenario: "?", protocol: "?" };
