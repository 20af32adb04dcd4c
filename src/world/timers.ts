import type { Plan } from "./plan.ts";
import type { Programs } from "./programs.ts";
import type { EventObject } from "./wiring.ts";

/** A delayed event of one part; its slot holds the time that remains plus one, or 0 while it is not armed. */
export interface Timer {
  readonly index: number;
  readonly part: number;
  /** Its number in the table of the part's machine. */
  readonly timer: number;
  readonly name: string;
  /** The event as {@link Programs} number it. */
  readonly event: number;
  readonly slot: number;
}

/** The timers that have been armed so far, by any part; they get their slots when they first appear. */
export class Timers {
  readonly all: Timer[] = [];
  /** The same, in the order of names: the order in which moves are offered. */
  ordered: readonly Timer[] = [];
  readonly #plan: Plan;
  readonly #programs: Programs;
  readonly #newSlot: () => number;
  readonly #slots: number[][];

  constructor(plan: Plan, programs: Programs, newSlot: () => number) {
    this.#plan = plan;
    this.#programs = programs;
    this.#newSlot = newSlot;
    this.#slots = plan.parts.map(() => []);
  }

  /** The slot of a part's timer. */
  slot(part: number, timer: number): number {
    return this.#slots[part]![timer] ?? this.#add(part, timer);
  }

  /** The shortest time until a timer is due: 0 if one is due now, -1 if none is armed. */
  soonest(cells: Int32Array): number {
    let soonest = -1;
    for (let at = 0; at < this.all.length; at++) {
      const value = cells[this.all[at]!.slot]!;
      if (value > 0 && (soonest < 0 || value - 1 < soonest)) soonest = value - 1;
    }
    return soonest;
  }

  /** The same for one unit's timers. */
  soonestOf(cells: Int32Array, unit: number): number {
    let soonest = -1;
    for (let at = 0; at < this.all.length; at++) {
      const { part, slot } = this.all[at]!;
      const value = cells[slot]!;
      if (value === 0 || this.#plan.parts[part]!.unit !== unit) continue;
      if (soonest < 0 || value - 1 < soonest) soonest = value - 1;
    }
    return soonest;
  }

  /** What a unit's timers show once its clock has run ahead until its next one is due. */
  ahead(cells: Int32Array, unit: number): { slot: number; value: number }[] {
    const soonest = this.soonestOf(cells, unit);
    return this.all.flatMap(({ part, slot }) =>
      this.#plan.parts[part]!.unit === unit && cells[slot]! > 0
        ? [{ slot, value: cells[slot]! - soonest }]
        : [],
    );
  }

  #add(part: number, timer: number): number {
    const {
      part: { name },
      table,
    } = this.#plan.parts[part]!;
    const { id, event } = table.timers[timer]!;
    const slot = this.#newSlot();
    this.#slots[part]![timer] = slot;
    this.all.push({
      index: this.all.length,
      part,
      timer,
      name: `timer ${name} ${id}`,
      event: this.#programs.eventId(event as EventObject),
      slot,
    });
    this.ordered = this.all.toSorted((left, right) => (left.name < right.name ? -1 : 1));
    return slot;
  }
}
