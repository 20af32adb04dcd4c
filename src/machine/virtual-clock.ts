import type { EventObject } from "xstate";
import { Mistake } from "../mistake.ts";

/** A delayed event that waits, and how long it still has to. */
export interface ArmedTimer {
  readonly id: string;
  readonly remaining: number;
}

interface Announced {
  readonly id: string;
  readonly event: EventObject;
}

interface Waiting extends Announced {
  readonly fire: () => void;
  remaining: number;
}

/** The clock of one live actor: time passes only when told, and a timer that is due fires only when told. */
export class VirtualClock {
  readonly #machine: string;
  readonly #announced: Announced[] = [];
  readonly #waiting = new Map<number, Waiting>();
  #handle = 0;

  /** `machine` is named in mistakes. */
  constructor(machine: string) {
    this.#machine = machine;
  }

  /** Says which delayed event the next free call of `setTimeout` is for, which XState does not say. */
  announce(timer: Announced): void {
    this.#announced.push(timer);
  }

  /** XState's side of the clock. */
  readonly setTimeout = (fire: () => void, delay: number): number => {
    const timer = this.#announced.shift();
    if (!timer) throw new Error("a timer was set that no action announced");
    if ([...this.#waiting.values()].some(({ id }) => id === timer.id)) throw this.#twice(timer.id);
    this.#waiting.set(++this.#handle, { ...timer, fire, remaining: delay });
    return this.#handle;
  };

  readonly clearTimeout = (handle: number): void => {
    this.#waiting.delete(handle);
  };

  armed(): ArmedTimer[] {
    return [...this.#waiting.values()].map(({ id, remaining }) => ({ id, remaining }));
  }

  waiting(id: string): Readonly<Waiting> {
    return this.#find(id)[1];
  }

  /** Takes a timer off the clock. */
  take(id: string): Readonly<Waiting> {
    const [handle, timer] = this.#find(id);
    this.#waiting.delete(handle);
    return timer;
  }

  advance(duration: number): void {
    for (const timer of this.#waiting.values())
      timer.remaining = Math.max(0, timer.remaining - duration);
  }

  #find(id: string): [number, Waiting] {
    const found = [...this.#waiting].find(([, timer]) => timer.id === id);
    if (!found) throw new Error(`no timer "${id}" is armed in machine "${this.#machine}"`);
    return found;
  }

  /** In XState both would fire; in a table the later one stands for both. So it must not come to that. */
  #twice(id: string): Mistake {
    return new Mistake({
      what: `machine "${this.#machine}" delays "${id}" again while it still waits`,
      why: "both would be delivered, and nothing tells them apart",
      todo: `cancel("${id}") before raising it again`,
    });
  }
}
