import { nothing } from "../term/index.ts";
import { Scratch } from "./scratch.ts";

/** What kind of thing an observer sees; each is followed by where, what, and the term that goes with it. */
export const Sight = {
  /** A part of its own gets an event. */
  event: 0,
  /** A part of its own does something: what the part emits. */
  emission: 1,
  /** A channel that it taps carries something. */
  item: 2,
  /** A channel carries something into which it cannot look. */
  traffic: 3,
  /** It comes to know a term that reached it by no channel. */
  learning: 4,
} as const;

/** Which parts are an observer's own, which channels it taps, and who it is, by their places in the plan: 1 = yes. */
export interface Eyes {
  readonly parts: Uint8Array;
  readonly channels: Uint8Array;
  readonly coalitions: Uint8Array;
  /** Whether it sees that something is sent also where it cannot look inside. */
  readonly traffic: boolean;
}

/**
 * What one observer sees of a move, in order: four integers each, of which the second and third are numbers that the
 * world has given. A world that nobody watches keeps none.
 */
export class Sightings {
  readonly seen = new Scratch();
  readonly #eyes: Eyes;

  constructor(eyes: Eyes) {
    this.#eyes = eyes;
  }

  event(part: number, event: number, term: number): void {
    if (this.#eyes.parts[part] === 1) this.#see(Sight.event, part, event, term);
  }

  emission(part: number, emission: number): void {
    if (this.#eyes.parts[part] === 1) this.#see(Sight.emission, part, emission, nothing.id);
  }

  sent(channel: number, item: number, term: number): void {
    if (this.#eyes.channels[channel] === 1) this.#see(Sight.item, channel, item, term);
    else if (this.#eyes.traffic) this.#see(Sight.traffic, channel, item, nothing.id);
  }

  learning(coalition: number, term: number): void {
    if (this.#eyes.coalitions[coalition] === 1) this.#see(Sight.learning, coalition, 0, term);
  }

  #see(sight: number, where: number, what: number, term: number): void {
    const { seen } = this;
    seen.push(sight);
    seen.push(where);
    seen.push(what);
    seen.push(term);
  }
}
