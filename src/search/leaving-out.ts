import { MoveKind, type Swarm, type World } from "../world/index.ts";
import type { Random } from "./random.ts";

/**
 * Draws what a walk leaves out: half of all walks go without a random part of what people may do and of what may go
 * wrong ("Swarm Testing", Groce et al., ISSTA 2012), which reaches corners that even mixtures drown.
 */
export class LeavingOut {
  /** Per intent: which of the different events it is, and who acts by it. */
  readonly #events: readonly number[];
  readonly #actors: readonly number[];
  readonly #eventOff: Uint8Array;
  readonly #actorOff: Uint8Array;
  readonly #lastKind: number;

  constructor({ plan }: World) {
    const names = [...new Set(plan.intents.map(({ event }) => JSON.stringify(event)))];
    this.#events = plan.intents.map(({ event }) => names.indexOf(JSON.stringify(event)));
    this.#actors = plan.intents.map(({ part }) => plan.parts[part]!.unit);
    this.#eventOff = new Uint8Array(names.length);
    this.#actorOff = new Uint8Array(plan.units.length);
    this.#lastKind = plan.adversary ? MoveKind.inject : MoveKind.skew;
  }

  /** Leaves out nothing, or some kinds of what people may do and half of what may go wrong. */
  someEvents(random: Random, swarm: Swarm): void {
    swarm.clear();
    if ((random.bits() & 1) === 0) return;
    this.#actorOff.fill(0);
    this.#draw(random, this.#eventOff, 1);
    this.#leaveOut(random, swarm);
  }

  /** The same, and more of it: also all that some devices, businesses … may do. */
  someActors(random: Random, swarm: Swarm): void {
    swarm.clear();
    if (random.below(4) === 0) return;
    this.#draw(random, this.#actorOff, random.below(4));
    this.#draw(random, this.#eventOff, random.below(3));
    this.#leaveOut(random, swarm);
  }

  /** Each with so many chances in four. */
  #draw(random: Random, off: Uint8Array, chances: number): void {
    for (let at = 0; at < off.length; at++) off[at] = random.below(4) < chances ? 1 : 0;
  }

  #leaveOut(random: Random, swarm: Swarm): void {
    for (let intent = 0; intent < this.#events.length; intent++)
      swarm.intents[intent] =
        this.#eventOff[this.#events[intent]!]! | this.#actorOff[this.#actors[intent]!]!;
    for (let kind: number = MoveKind.drop; kind <= this.#lastKind; kind++)
      if (kind !== MoveKind.online) swarm.kinds[kind] = random.bits() & 1;
  }
}
