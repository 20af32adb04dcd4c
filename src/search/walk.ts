import { MoveKind, MoveList, Swarm, type World } from "../world/index.ts";
import { LeavingOut } from "./leaving-out.ts";
import type { Random } from "./random.ts";

/** A break as search sees it: the monitor instance that complained, after which move (-1: at the end). */
export interface Suspicion {
  readonly instance: number;
  readonly at: number;
}

/** How eagerly each kind of move is chosen, out of 16. */
export const eagerness: Readonly<Record<number, number>> = {
  [MoveKind.intent]: 12,
  [MoveKind.deliver]: 16,
  [MoveKind.timer]: 16,
  [MoveKind.time]: 4,
  [MoveKind.drop]: 3,
  [MoveKind.duplicate]: 3,
  [MoveKind.reorder]: 3,
  [MoveKind.delay]: 3,
  [MoveKind.offline]: 3,
  [MoveKind.online]: 6,
  [MoveKind.crash]: 3,
  [MoveKind.skew]: 3,
  [MoveKind.suppress]: 3,
  [MoveKind.overtake]: 3,
  [MoveKind.withhold]: 3,
  [MoveKind.replay]: 3,
  [MoveKind.inject]: 3,
  [MoveKind.capture]: 3,
};

/** A crash inside a step has many variants of each move: together they should weigh like one fault. */
const crashEagerness = 1;

/** How many moves a world may take to come to rest once nobody acts and nothing fails any more. */
export const drainMost = 400;

/** Stands in a list of moves for whatever may come up. */
export const anyMove = -1;

/** Leads walks to where it is worth going, and looks on. */
export interface Guide {
  /** A walk is about to begin; the world may be moved about until then. Draws what it leaves out, and answers what it does first; undefined, if that is left to chance. */
  begins(random: Random, swarm: Swarm): MoveList | undefined;
  /** How many moves are left to chance after those. */
  readonly further: number;
  /** The walk has made a move, and so many with it. */
  moved(moves: number): void;
  /** It has come to its end after these moves. */
  ended(moves: MoveList): void;
}

/** One state of so many (a power of two) is looked at: all of them would cost more than the walk itself. */
export const lookEvery = 256;

/** Somebody who looks on while walks are made. */
export interface WalkWatch {
  /** {@link lookEvery} more moves were made. */
  readonly look: () => void;
  /** A walk has ended. */
  readonly ended: (walker: Walker) => void;
}

/** Who goes along with a walker. */
export interface Company {
  readonly guide?: Guide | undefined;
  readonly watch?: WalkWatch | undefined;
}

/**
 * Random walks through a tabulated world. Every move is chosen among those enabled, so nothing is ever discarded;
 * kinds of move weigh differently, and half of the walks leave a random part of the freedom out. A {@link Guide} may lead
 * them; moves that it asks for and that are not enabled are not made.
 */
export class Walker {
  readonly world: World;
  /** Moves made, those at the end included. */
  readonly moves = new MoveList();
  readonly suspicions: Suspicion[] = [];
  /** Moves of the walk proper; the rest brought the world to rest. */
  freely = 0;
  settled = false;
  readonly #offered = new MoveList();
  readonly #leavingOut: LeavingOut;
  readonly #swarm: Swarm;
  readonly #guide: Guide | undefined;
  readonly #watch: WalkWatch | undefined;
  #made = 0;

  constructor(world: World, { guide, watch }: Company = {}) {
    this.world = world;
    this.#watch = watch;
    this.#leavingOut = new LeavingOut(world);
    this.#swarm = new Swarm(world.plan.intents.length);
    this.#guide = guide;
  }

  /** Walks at most `most` moves from the start, then lets the world come to rest. */
  walk(random: Random, most: number): void {
    const lead = this.#guide?.begins(random, this.#swarm);
    if (!this.#guide) this.#leavingOut.someEvents(random, this.#swarm);
    this.world.begin();
    this.freely = 0;
    this.moves.clear();
    this.suspicions.length = 0;
    if (lead) this.#follow(random, lead, most);
    const end = lead ? Math.min(most, this.freely + this.#guide!.further) : most;
    while (this.freely < end && this.#step(random, true)) this.freely++;
    this.#rest(random);
    this.#guide?.ended(this.moves);
    this.#watch?.ended(this);
  }

  /** Makes the moves of a list, at most so many, leaving out those that are not enabled. */
  #follow(random: Random, lead: MoveList, most: number): void {
    for (let at = 0; at < lead.count && this.freely < most; at++)
      if (lead.kind[at] === anyMove ? this.#step(random, true) : this.#take(lead, at))
        this.freely++;
  }

  /** Makes one move of a list, if it is enabled. */
  #take({ kind, a, b, outputs }: MoveList, at: number): boolean {
    const offered = this.#offered;
    this.world.offers.list(offered);
    for (let one = 0; one < offered.count; one++)
      if (
        offered.kind[one] === kind[at] &&
        offered.a[one] === a[at] &&
        offered.b[one] === b[at] &&
        offered.outputs[one] === outputs[at]
      )
        return this.#make(one);
    return false;
  }

  /**
   * Lets everything under way arrive, everything due happen and everybody return; then judges open obligations, unless
   * it goes on and on, or stops for want of room in a channel.
   */
  #rest(random: Random): void {
    let count = 0;
    while (count <= drainMost && this.#step(random, false)) count++;
    this.settled = count <= drainMost && atRest(this.world, this.#offered);
    if (!this.settled) return;
    for (const suspicion of owing(this.world)) this.suspicions.push(suspicion);
  }

  /** Makes one random move; false when there is none. */
  #step(random: Random, freely: boolean): boolean {
    const { world } = this;
    const offered = this.#offered;
    world.offers.list(offered, freely ? "all" : "nobody", this.#swarm);
    while (offered.count > 0) {
      const at = this.#choose(random, offered);
      if (this.#make(at)) return true;
      offered.drop(at);
    }
    return false;
  }

  /** Makes a move that is on offer; false, if a channel has no room for what it brings. */
  #make(at: number): boolean {
    const { world, moves } = this;
    const offered = this.#offered;
    const kind = offered.kind[at]!;
    const a = offered.a[at]!;
    const b = offered.b[at]!;
    const outputs = offered.outputs[at]!;
    if (!world.apply(kind, a, b, outputs)) return false;
    moves.add(kind, a, b, outputs);
    this.#guide?.moved(moves.count);
    if ((++this.#made & (lookEvery - 1)) === 0) this.#watch?.look();
    if (world.violations.length > 0) this.#suspect();
    return true;
  }

  #suspect(): void {
    for (const instance of this.world.violations)
      this.suspicions.push({ instance, at: this.moves.count - 1 });
  }

  #choose(random: Random, offered: MoveList): number {
    for (let tries = 0; tries < 64; tries++) {
      const bits = random.bits();
      const at = Math.floor(((bits >>> 4) * offered.count) / 0x10000000);
      const eager = offered.outputs[at]! >= 0 ? crashEagerness : eagerness[offered.kind[at]!]!;
      if ((bits & 15) < eager) return at;
    }
    return random.below(offered.count);
  }
}

/**
 * Whether nothing happens by itself any more. A world in which something would, and no channel has the room for it, is
 * not at rest: it waits for a larger channel, and owes nothing yet. `offered` is used up.
 */
export const atRest = (world: World, offered: MoveList): boolean => {
  world.offers.list(offered, "nobody");
  return offered.count === 0;
};

/** Instances whose obligation is still open in the world's present state, in an order that no history changes. */
export const owing = ({ bank, cells }: World): Suspicion[] => {
  const open: Suspicion[] = [];
  for (const { invariant, slot, index } of bank.obligingInstances)
    if (bank.invariants[invariant]!.owes(cells[slot]!)) open.push({ instance: index, at: -1 });
  return open;
};
