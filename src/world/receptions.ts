import { PairTable, termById } from "../term/index.ts";
import type { Circumstances } from "./circumstances.ts";
import { Pairs } from "./circumstances.ts";
import { received } from "./effects.ts";
import type { PlannedPart } from "./plan.ts";
import type { Programs } from "./programs.ts";

/**
 * What parts make of inputs that they take by a pattern: the event that their machine hears, if any, and what the
 * pattern's variables are bound to. Once per part, event, term and what the part holds.
 */
export class Receptions {
  readonly #programs: Programs;
  readonly #circumstances: Circumstances;
  /** Per part: event, and what is held with the term. */
  readonly #known: PairTable[];
  readonly #inputs = new Pairs();
  readonly #events: number[] = [];
  readonly #bound: number[] = [];

  constructor(parts: number, programs: Programs, circumstances: Circumstances) {
    this.#programs = programs;
    this.#circumstances = circumstances;
    this.#known = Array.from({ length: parts }, () => new PairTable());
  }

  /** The number of a reception. */
  of(part: PlannedPart, event: number, term: number, held: number): number {
    const input = this.#inputs.of(held, term);
    const known = this.#known[part.index]!.get(event, input);
    return known >= 0 ? known : this.#receive(part, event, term, held, input);
  }

  /** The event that the machine hears, or -1. */
  eventOf(reception: number): number {
    return this.#events[reception]!;
  }

  /** What the pattern's variables are bound to. */
  boundOf(reception: number): number {
    return this.#bound[reception]!;
  }

  #receive(part: PlannedPart, event: number, term: number, held: number, input: number): number {
    const { events, answers } = this.#programs;
    const { event: heard, bound } = received(
      part.part,
      events[event]!,
      termById(term),
      this.#circumstances.terms(held),
    );
    const reception = this.#events.push(heard ? this.#programs.eventId(heard) : -1) - 1;
    this.#bound.push(this.#circumstances.binding(bound));
    this.#known[part.index]!.set(event, input, reception);
    answers.receptions.push({ part: part.index, event, term, held, reception });
    return reception;
  }
}
