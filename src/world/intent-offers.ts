import { ActorOffers } from "./actor-offers.ts";
import { MoveKind, type MoveList } from "./move.ts";
import type { Swarm } from "./swarm.ts";
import type { World } from "./world.ts";

const nobody = new Int32Array(0);

/**
 * What people may decide to do next, actor by actor in the order of names. A step changes little, so each actor's
 * offers are kept until a slot changes that they depend on, and of a list that was filled before, only the end from
 * the first changed actor on is written again.
 */
export class IntentOffers {
  readonly #actors: readonly ActorOffers[];
  /** Per slot: the actors whose offers depend on it. */
  readonly #watching: readonly Int32Array[];
  readonly #stale: Uint8Array;
  /** No actor before this one is stale. */
  #firstStale = 0;
  /** For which list, for whom and with what left out the offers were last listed, and where each actor's begin. */
  #moves: MoveList | undefined;
  #unlimited = false;
  #swarm: Swarm | undefined;
  #version = 0;
  readonly #starts: Int32Array;

  constructor(world: World) {
    const { plan, layout } = world;
    const parts = [...new Set(plan.intents.map(({ part }) => part))].toSorted((a, b) => a - b);
    const actors = parts.map((part) => new ActorOffers(world, part));
    this.#actors = actors;
    this.#stale = new Uint8Array(actors.length).fill(1);
    this.#starts = new Int32Array(actors.length + 1);
    const watching: number[][] = Array.from({ length: layout.dynamic }, () => []);
    actors.forEach(({ slots }, actor) => {
      for (const slot of slots) watching[slot]!.push(actor);
    });
    this.#watching = watching.map((those) => (those.length > 0 ? Int32Array.from(those) : nobody));
  }

  /** A slot has changed. */
  touch(slot: number): void {
    if (slot >= this.#watching.length) return;
    const actors = this.#watching[slot]!;
    for (let at = 0; at < actors.length; at++) {
      const actor = actors[at]!;
      this.#stale[actor] = 1;
      if (actor < this.#firstStale) this.#firstStale = actor;
    }
  }

  /** Anything may have changed. */
  touchAll(): void {
    this.#stale.fill(1);
    this.#firstStale = 0;
  }

  /** What the set-up has used up counts towards nothing. */
  allowAfterSetUp(): void {
    for (const actor of this.#actors) actor.allowAfterSetUp();
    this.touchAll();
  }

  /** Makes the list begin with what is on offer; `unlimited` is for the set-up. */
  list(moves: MoveList, unlimited: boolean, swarm: Swarm | undefined): void {
    if (
      unlimited !== this.#unlimited ||
      swarm !== this.#swarm ||
      (swarm !== undefined && swarm.version !== this.#version)
    )
      this.touchAll();
    this.#unlimited = unlimited;
    this.#swarm = swarm;
    this.#version = swarm?.version ?? 0;
    const from = this.#firstToWrite(moves);
    moves.count = this.#starts[from]!;
    for (let actor = from; actor < this.#actors.length; actor++) this.#write(moves, actor);
    this.#moves = moves;
    this.#firstStale = this.#actors.length;
    moves.intact = moves.count;
  }

  /** The first actor whose offers do not stand in the list as they should. */
  #firstToWrite(moves: MoveList): number {
    if (moves !== this.#moves) return 0;
    let from = this.#firstStale;
    while (from > 0 && this.#starts[from]! > moves.intact) from--;
    return from;
  }

  #write(moves: MoveList, actor: number): void {
    const offers = this.#actors[actor]!;
    if (this.#stale[actor] === 1) {
      offers.refill(this.#unlimited, this.#swarm);
      this.#stale[actor] = 0;
    }
    const { intents, terms } = offers.listed;
    moves.addAll(MoveKind.intent, intents, terms);
    this.#starts[actor + 1] = moves.count;
  }
}
