import { nothing } from "../term/index.ts";
import type { Happenings } from "./happenings.ts";
import { Way } from "./learning.ts";
import type { World } from "./world.ts";

/** What has fallen into the adversary's hands, and what that gives them; nothing, where there is no adversary. */
export class Captured {
  readonly #world: World;
  readonly #happenings: Happenings;
  /** Whether a unit can fall into their hands and stay there. */
  readonly #stays: boolean;

  constructor(world: World, happenings: Happenings) {
    this.#world = world;
    this.#happenings = happenings;
    this.#stays = world.plan.adversary?.captures.some(({ unit }) => unit >= 0) ?? false;
  }

  /** Hands a unit or a store over, with all that is in it. */
  capture(at: number): void {
    const { plan, layout, programs } = this.#world;
    const { fact, gives, registers, stores } = plan.adversary!.captures[at]!;
    this.#world.write(layout.captured + at, 1);
    this.#happenings.state(programs.factId(fact));
    for (const term of gives) this.#tell(term);
    for (const register of registers) this.#tellAll(layout.registers + register);
    for (const store of stores) this.#tellAll(layout.stores + store);
  }

  /** Whether a channel is under the adversary's control, by itself or since one of its ends is in their hands. */
  controls(channel: number): boolean {
    const { plan } = this.#world;
    return plan.adversary!.controlled[channel] === true || this.#hasEndOf(channel);
  }

  /** A unit writes a term, or remembers it: whoever holds the unit sees it. */
  overlook(unit: number, term: number): void {
    if (this.#stays && this.#has(unit)) this.#tell(term);
  }

  /** A term is put on a channel: whoever holds one of its ends sees it. */
  overhear(channel: number, term: number): void {
    if (this.#hasEndOf(channel)) this.#tell(term);
  }

  #hasEndOf(channel: number): boolean {
    if (!this.#stays) return false;
    const { ends } = this.#world.plan.channels[channel]!;
    return this.#has(ends[0]) || this.#has(ends[1]);
  }

  /** Whether a unit is in the adversary's hands and stays there. */
  #has(unit: number): boolean {
    const { plan, layout } = this.#world;
    const { captures } = plan.adversary!;
    for (let at = 0; at < captures.length; at++)
      if (captures[at]!.unit === unit && this.#world.read(layout.captured + at) === 1) return true;
    return false;
  }

  #tellAll(slot: number): void {
    for (const term of this.#world.entries.items(this.#world.read(slot))) this.#tell(term);
  }

  #tell(term: number): void {
    const { plan, sightings } = this.#world;
    const { index } = plan.adversary!;
    if (term !== nothing.id) sightings?.learning(index, term);
    this.#happenings.learn(index, term, Way.overheard);
  }
}
