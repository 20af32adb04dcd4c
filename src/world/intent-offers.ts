import { ActorOffers } from "./actor-offers.ts";
import type { MoveList } from "./move.ts";
import type { Swarm } from "./swarm.ts";
import type { World } from "./world.ts";

/**
 * What people may decide to do next, actor by actor in the order of names. A step changes little, so each actor's
 * offers are kept until a slot changes that they depend on, and a list that was filled before is written again only
 * where they changed or moved.
 */
export class IntentOffers {
  readonly #actors: readonly ActorOffers[];
  /** Per slot: the actors whose offers depend on it. */
  readonly #watching: readonly (readonly number[])[];
  readonly #stale: Uint8Array;
  /** No actor before this one is stale. */
  #firstStale = 0;
  /** For which list, for whom and with what left out the offers were last listed. */
  #moves: MoveList | undefined;
  #unlimited = false;
  #swarm: Swarm | undefined;
  #version = 0;
  /** Per actor: where its offers begin in that list, and how many they are. */
  readonly #starts: Int32Array;
  readonly #counts: Int32Array;

  constructor(world: World) {
    const { plan, layout } = world;
    const parts = [...new Set(plan.intents.map(({ part }) => part))].toSorted((a, b) => a - b);
    const actors = parts.map((part) => new ActorOffers(world, part));
    this.#actors = actors;
    this.#stale = new Uint8Array(actors.length).fill(1);
    this.#starts = new Int32Array(actors.length + 1);
    this.#counts = new Int32Array(actors.length);
    const watching: number[][] = Array.from({ length: layout.dynamic }, () => []);
    actors.forEach(({ slots }, actor) => {
      for (const slot of slots) watching[slot]!.push(actor);
    });
    this.#watching = watching;
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
    this.#fill(moves, moves === this.#moves ? moves.intact : 0);
    this.#moves = moves;
    this.#firstStale = this.#actors.length;
    moves.intact = moves.count;
  }

  /** `intact`: so many moves of the list are as they were last written. */
  #fill(moves: MoveList, intact: number): void {
    let actor = this.#firstStale;
    while (actor > 0 && this.#starts[actor]! > intact) actor--;
    moves.count = this.#starts[actor]!;
    for (; actor < this.#actors.length; actor++) {
      const start = moves.count;
      const count = this.#counts[actor]!;
      const stale = this.#stale[actor] === 1;
      const there = start === this.#starts[actor] && start + count <= intact;
      this.#starts[actor] = start;
      if (!stale && (there || count === 0)) moves.count += count;
      else this.#write(moves, actor, stale);
    }
    this.#starts[actor] = moves.count;
  }

  #write(moves: MoveList, actor: number, stale: boolean): void {
    const start = moves.count;
    const offers = this.#actors[actor]!;
    if (stale) offers.look(this.#unlimited);
    offers.list(moves, this.#unlimited, this.#swarm);
    this.#counts[actor] = moves.count - start;
    this.#stale[actor] = 0;
  }
}
