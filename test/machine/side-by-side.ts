import { expect } from "vitest";
import { LivePart, MachineTable, type Machine } from "../../src/machine/index.ts";
import { plain } from "../../src/machine/plain.ts";
import type { Draw } from "./draw.ts";

interface Event {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** One machine, walked twice in lock-step: on its table, with timers kept by hand, and as a live actor. */
export class SideBySide {
  readonly table: MachineTable;
  readonly live: LivePart;
  readonly seen = { events: 0, emissions: 0, fired: 0, handled: new Set<number>() };
  #local: number;
  readonly #armed = new Map<string, number>();
  readonly #states = new Set<string>();
  readonly #transitions = new Set<string>();

  constructor(machine: Machine, input: unknown = {}, table = new MachineTable(machine, input)) {
    this.table = table;
    this.live = new LivePart(machine, input);
    this.#local = this.table.initial;
    this.#agree(this.table.initialEntry, this.live.start());
  }

  get local(): number {
    return this.#local;
  }

  send(event: Event): void {
    this.seen.events++;
    const entry = this.table.entry(this.#local, this.table.symbolOf(event));
    expect(this.live.names(event)).toBe(this.table.handledOf[entry]! > 0);
    expect(this.live.can(event)).toBe(this.table.handledOf[entry] === 1);
    this.seen.handled.add(this.table.handledOf[entry]!);
    this.#agree(entry, this.live.send(event));
  }

  /** Fires the timer of that name, due or not. */
  fire(id: string): void {
    this.seen.fired++;
    const { event } = this.table.timers.find((timer) => timer.id === id)!;
    this.#armed.delete(id);
    const entry = this.table.entry(this.#local, this.table.symbolOf(event));
    this.#agree(entry, this.live.fireTimer(id));
  }

  advance(duration: number): void {
    this.live.advance(duration);
    for (const [id, remaining] of this.#armed)
      this.#armed.set(id, Math.max(0, remaining - duration));
  }

  /** Random events, time and timers. */
  walk(draw: Draw, alphabet: readonly Event[], steps: number): void {
    for (let step = 0; step < steps; step++) {
      const armed = [...this.#armed.keys()];
      const pick = draw(alphabet.length + armed.length + 1);
      if (pick < alphabet.length) this.send(alphabet[pick]!);
      else if (pick > alphabet.length) this.fire(armed[pick - alphabet.length - 1]!);
      else this.advance(1 + draw(3));
    }
    expect(this.live.states).toEqual(this.#states);
    expect(this.live.transitions).toEqual(this.#transitions);
  }

  #agree(entry: number, emitted: readonly object[]): void {
    const { table, live } = this;
    for (const state of table.activeOf[entry]!) this.#states.add(table.states[state]!);
    for (const taken of table.takenOf[entry]!) this.#transitions.add(table.transitions[taken]!);
    const before = table.key(this.#local);
    this.#local = table.nextOf[entry]!;
    const changes = table.timersOf[entry]!;
    for (let at = 0; at < changes.length; at += 2) {
      const { id } = table.timers[changes[at]!]!;
      if (changes[at + 1]! < 0) this.#armed.delete(id);
      else this.#armed.set(id, changes[at + 1]!);
    }
    const view = table.view(this.#local);
    this.seen.emissions += emitted.length;
    expect
      .soft({
        before,
        key: table.key(this.#local),
        emitted: [...table.emissionsOf[entry]!].map((id) => table.emissionOf(id)),
        armed: [...this.#armed].toSorted(),
        done: view.done,
      })
      .toEqual({
        before,
        key: live.key(),
        emitted: plain(emitted, "emitted"),
        armed: live
          .armed()
          .map(({ id, remaining }) => [id, remaining])
          .toSorted(),
        done: live.view().done,
      });
    expect(view.value).toEqual(live.view().value);
    expect(view.context).toEqual(plain(live.view().context, "context"));
  }
}
