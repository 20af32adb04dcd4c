import { AdversaryOffers } from "./adversary-offers.ts";
import { BusyChannels } from "./busy-channels.ts";
import { FaultOffers } from "./fault-offers.ts";
import { IntentOffers } from "./intent-offers.ts";
import { MoveKind, MoveList } from "./move.ts";
import { moveName } from "./move-name.ts";
import type { Swarm } from "./swarm.ts";
import type { World } from "./world.ts";

/** Who may act: everybody, everybody without the scenario's limits (set-up), or only what happens by itself. */
export type Who = "all" | "setUp" | "nobody";

/**
 * Lists what may happen next, always in the order of declared names: intents, deliveries, timers, time, faults, attacks.
 * What it lists is enabled, except that a move may still turn out to need more room in a channel than there is;
 * {@link World.apply} then refuses it, and whoever chooses drops it from the list and chooses again. So every move
 * made was enabled, at no cost for the many that are never near a full channel.
 */
export class Offers {
  readonly #world: World;
  readonly #channels: BusyChannels;
  readonly #intents: IntentOffers;
  readonly #faults: FaultOffers;
  readonly #attacks: AdversaryOffers | undefined;

  constructor(world: World) {
    this.#world = world;
    this.#channels = new BusyChannels(world);
    this.#intents = new IntentOffers(world);
    this.#faults = new FaultOffers(world, this.#channels);
    const { adversary } = world.plan;
    this.#attacks = adversary && new AdversaryOffers(world, this.#channels, adversary);
  }

  /** What the set-up has used up counts towards nothing. */
  allowAfterSetUp(): void {
    this.#intents.allowAfterSetUp();
  }

  /** A slot of the world has changed. */
  touch(slot: number): void {
    const { channels, coalitions } = this.#world.layout;
    if (slot >= channels && slot < coalitions) this.#channels.touch(slot - channels);
    else this.#intents.touch(slot);
  }

  /** Any slot may have changed. */
  touchAll(): void {
    this.#channels.touchAll();
    this.#intents.touchAll();
  }

  /** Whether an adversary can hold back all that is under way; as things stood when moves were listed last. */
  get holdsBack(): boolean {
    return this.#attacks?.holdsBack ?? false;
  }

  /** Fills the list with what may happen, save what a swarm leaves out. */
  list(moves: MoveList, who: Who = "all", swarm?: Swarm): void {
    if (who === "nobody") moves.clear();
    else this.#intents.list(moves, who === "setUp", swarm);
    this.#channels.look();
    this.#deliveries(moves);
    const soonest = this.#world.timers.soonest(this.#world.cells);
    const passing = this.#passing(soonest);
    if (soonest === 0) this.#due(moves);
    else if (passing > 0 && this.#channels.quiet) moves.add(MoveKind.time, passing);
    this.#returns(moves);
    if (who !== "all") return;
    this.#faults.list(moves, passing, swarm);
    this.#attacks?.list(moves, passing, swarm);
  }

  /** The canonical name of a listed move. */
  nameOf(moves: MoveList, at: number): string {
    return moveName(this.#world, moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!);
  }

  /** The canonical names of all that may happen now. */
  names(who: Who = "all"): string[] {
    const moves = new MoveList();
    this.list(moves, who);
    return Array.from({ length: moves.count }, (_, at) => this.nameOf(moves, at));
  }

  #deliveries(moves: MoveList): void {
    const { plan, cells, layout, lists } = this.#world;
    const { values, count } = this.#channels.holding;
    for (let busy = 0; busy < count; busy++) {
      const channel = values[busy]!;
      if (this.#channels.cutOff(channel)) continue;
      if (plan.channels[channel]!.order === "fifo") {
        moves.add(MoveKind.deliver, channel);
        continue;
      }
      const items = lists.items(cells[layout.channels + channel]!);
      for (let at = 0; at < items.length; at++)
        if (at === 0 || items[at] !== items[at - 1]) moves.add(MoveKind.deliver, channel, at);
    }
  }

  #due(moves: MoveList): void {
    const { timers, cells } = this.#world;
    for (const { index, slot } of timers.ordered)
      if (cells[slot] === 1) moves.add(MoveKind.timer, index);
  }

  /**
   * How long time may pass: up to the next timer and never past it. With no timer armed, once just past the longest
   * duration that a promise names, so that what never happens is noticed; then not again until something new concerns
   * such a promise.
   */
  #passing(soonest: number): number {
    if (soonest >= 0) return soonest;
    const { cells, layout, bank } = this.#world;
    return cells[layout.restless] === 1 ? bank.horizon + 1 : 0;
  }

  #returns(moves: MoveList): void {
    const { plan, cells, layout } = this.#world;
    if (!this.#channels.away) return;
    for (let unit = 0; unit < plan.units.length; unit++)
      if (cells[layout.offline + unit] === 1) moves.add(MoveKind.online, unit);
  }
}
