import type { AnyStateMachine, EventObject } from "xstate";
import { chartOf, timerName } from "./chart.ts";
import { plain, plainText } from "./plain.ts";
import type { TimerChange } from "./scope.ts";

/** A delayed event of a machine: how it is called, and what it delivers. */
export interface TableTimer {
  readonly id: string;
  readonly event: EventObject;
}

/**
 * The delayed events of one machine as dense integers, in the order in which they are first armed, and what each entry
 * of a table does to them. A cancel of an event that has not been armed yet is added to the entry once it is.
 */
export class TimerTable {
  readonly timers: TableTimer[] = [];
  /** Per entry: pairs of timer and delay, -1 for a cancel. */
  readonly changesOf: (readonly number[])[] = [];
  readonly #machine: AnyStateMachine;
  readonly #ids = new Map<string, number>();
  readonly #cancelledBy = new Map<string, number[]>();
  readonly #ends = new Set<number>();

  constructor(machine: AnyStateMachine) {
    this.#machine = machine;
  }

  /** How a change contradicts earlier ones, or nothing: an id must always stand for the same event. */
  contradiction(changes: readonly TimerChange[]): string | undefined {
    for (const { id, event } of changes) {
      const known = this.#ids.get(id);
      if (!event || known === undefined) continue;
      const now = plainText(event, "event");
      const before = JSON.stringify(this.timers[known]!.event);
      if (now !== before) return `delays ${now} as "${id}", which has delayed ${before} before`;
    }
    return undefined;
  }

  /** Adds what the next entry does. An entry that `ends` the machine cancels everything, as a stopped actor does. */
  add(changes: readonly TimerChange[], ends: boolean): void {
    const entry = this.changesOf.length;
    const pairs = changes.flatMap(({ id, event, delay }) => {
      if (event) return [this.#arm(id, event), delay];
      const timer = this.#ids.get(id);
      if (timer !== undefined) return [timer, -1];
      this.#cancelledBy.set(id, [...(this.#cancelledBy.get(id) ?? []), entry]);
      return [];
    });
    if (ends) this.#ends.add(entry);
    this.changesOf.push([...pairs, ...(ends ? this.#stopped : [])]);
  }

  /** What an entry does to timers, as text. */
  textOf(entry: number): string {
    return this.#text(this.changesOf[entry]!, this.#ends.has(entry));
  }

  /** The text that an entry with these changes would have. */
  textIf(changes: readonly TimerChange[], ends: boolean): string {
    const known = changes.flatMap(({ id, delay }) => {
      const timer = this.#ids.get(id);
      return timer === undefined ? [] : [timer, delay];
    });
    return this.#text([...known, ...(ends ? this.#stopped : [])], ends);
  }

  /** Cancels of all delayed raises: what an end does to those that are armed, in the same step or before. */
  get #stopped(): number[] {
    return [...this.#ids].flatMap(([id, timer]) => (this.#outlives(id) ? [timer, -1] : []));
  }

  /** What is left of the changes: the last of each timer. At an end, cancels follow from the end itself. */
  #text(pairs: readonly number[], ends: boolean): string {
    const last = new Map<number, number>();
    for (let at = 0; at < pairs.length; at += 2) last.set(pairs[at]!, pairs[at + 1]!);
    return [...last]
      .filter(([, delay]) => delay >= 0 || !ends)
      .map(([timer, delay]) => `${this.timers[timer]!.id} ${delay >= 0 ? `in ${delay}` : "off"}`)
      .toSorted()
      .join(", ");
  }

  #arm(id: string, event: EventObject): number {
    const known = this.#ids.get(id);
    if (known !== undefined) return known;
    const name = timerName(this.#machine, id);
    const timer = this.timers.push({ id: name, event: plain(event, "event") as EventObject }) - 1;
    this.#ids.set(id, timer);
    const earlier = [
      ...(this.#cancelledBy.get(id) ?? []),
      ...(this.#outlives(id) ? this.#ends : []),
    ];
    for (const entry of earlier)
      if (entry < this.changesOf.length)
        this.changesOf[entry] = [...this.changesOf[entry]!, timer, -1];
    return timer;
  }

  /** What `after` delays is cancelled when its state is left; a delayed raise stays. */
  #outlives(id: string): boolean {
    return !chartOf(this.#machine).timerNames.has(id);
  }
}
