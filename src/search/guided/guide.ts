import { MoveList, type Swarm, type World } from "../../world/index.ts";
import { namesOf } from "../follow.ts";
import { LeavingOut } from "../leaving-out.ts";
import type { Random } from "../random.ts";
import { offeredAs } from "../take-by-name.ts";
import { anyMove, type Guide } from "../walk.ts";
import { keptMost, pairsOf, addWalks, type Guidance, type KeptTrace } from "./guidance.ts";
import { Signs, signsMost } from "./signs.ts";

/** A kept trace within one world: moves by number, as soon as they are asked for. */
interface Lead extends Omit<KeptTrace, "moves"> {
  readonly names: readonly string[] | undefined;
  moves: MoveList | undefined;
  readonly length: number;
}

/** Of so many traces, drawn by chance, the rarest is gone on from. */
const drawn = 16;

/** A chunk hands on so many traces at most: it takes time to name their moves. */
const taughtMost = 64;

/** Over so many of the last walks it is counted how many came to something new. */
const luckOver = 16;

/** One of so many walks is left to chance, however little it comes to. */
const alwaysFree = 4;

/** How far a walk goes on from a kept trace: mostly not far, since what is rare is soon left behind. */
const tails = [2, 5, 15, 60];

/**
 * Leads walks by what earlier ones came to. As long as chance comes to new signs, walks are left to chance; the less it
 * does, the more of them, up to three of four, begin with a kept trace: one of those whose sign is rare, as it is, changed
 * in one place, or with the end of another one. A walk that came to a new sign is kept up to there, and a kept trace gives
 * way to a walk that came to its sign in fewer moves. What a walk leaves out is drawn, or taken over from the trace.
 *
 * After AFL (Zalewski, 2014), its energy by rarity (Böhme, Pham, Roychoudhury, "Coverage-based Greybox Fuzzing as Markov
 * Chain", CCS 2016), and "first return, then explore" (Ecoffet et al., Nature 2021).
 */
export class RarityGuide implements Guide {
  further = 0;
  readonly #world: World;
  readonly #signs: Signs;
  readonly #leavingOut: LeavingOut;
  readonly #kept: Lead[];
  readonly #known: ReadonlySet<Lead>;
  readonly #knownWalks = new Uint32Array(signsMost);
  readonly #lead = new MoveList();
  /** The share of the last walks left to chance that came to a new sign. */
  #luck: number;
  #base: Lead | undefined;
  #swarm: Swarm | undefined;

  constructor(world: World, guidance: Guidance) {
    world.begin();
    this.#world = world;
    this.#signs = new Signs(world);
    this.#leavingOut = new LeavingOut(world);
    this.#kept = guidance.kept.map(({ moves: names, ...trace }) => ({
      ...trace,
      names,
      moves: undefined,
      length: names.length,
    }));
    this.#known = new Set(this.#kept);
    this.#luck = this.#kept.length > 0 ? 0.5 : 1;
    addWalks(this.#knownWalks, guidance.walks);
    this.#signs.walks.set(this.#knownWalks);
  }

  begins(random: Random, swarm: Swarm): MoveList | undefined {
    this.#swarm = swarm;
    this.#base = undefined;
    if (random.below(2) === 0) this.#leavingOut.someEvents(random, swarm);
    else this.#leavingOut.someActors(random, swarm);
    const free = Math.max(1 / alwaysFree, this.#luck);
    const leads = this.#kept.length > 0 && random.below(256) >= 256 * free;
    if (leads) {
      const base = (this.#base = this.#choose(random));
      if (random.below(2) === 0) leaveOutAs(base, swarm);
      this.#fill(random, base);
      this.further = tails[random.below(tails.length)]!;
    }
    this.#signs.begin();
    return leads ? this.#lead : undefined;
  }

  moved(moves: number): void {
    this.#signs.note(moves);
  }

  ended(moves: MoveList): void {
    this.#signs.end();
    const { values, count } = this.#signs.fresh;
    const base = this.#base;
    if (base) this.#shorten(base, moves);
    else this.#luck += ((count > 0 ? 1 : 0) - this.#luck) / luckOver;
    for (let at = 0; at < count; at++) {
      if (this.#kept.length === keptMost) this.#dropCommonest();
      this.#kept.push(this.#leadOf(moves, this.#signs.movesTo(values[at]!), values[at]!));
    }
  }

  /** Keeps these moves instead, if they come to the same in fewer. */
  #shorten(base: Lead, moves: MoveList): void {
    const length = this.#signs.movesTo(base.sign);
    if (length > 0 && length < base.length)
      this.#kept[this.#kept.indexOf(base)] = this.#leadOf(moves, length, base.sign);
  }

  /** What the walks of this guide have added to what it began with. */
  get learned(): Guidance {
    const walks = this.#signs.walks.map((count, sign) => count - this.#knownWalks[sign]!);
    const kept = this.#kept
      .filter((lead) => !this.#known.has(lead))
      .toSorted((left, right) => this.#cost(left) - this.#cost(right))
      .slice(0, taughtMost);
    return {
      walks: pairsOf(walks),
      kept: kept.map(({ sign, intentsOff, kindsOff, moves }) => ({
        sign,
        moves: namesOf(this.#world, moves!),
        intentsOff,
        kindsOff,
      })),
    };
  }

  #leadOf(moves: MoveList, length: number, sign: number): Lead {
    const swarm = this.#swarm!;
    const copy = new MoveList();
    copy.addFrom(moves, 0, length);
    const [intentsOff, kindsOff] = [swarm.intents.slice(), swarm.kinds.slice()];
    return { sign, names: undefined, moves: copy, length, intentsOff, kindsOff };
  }

  /** Rare signs first; of two that are as rare, the one that is sooner there. */
  #cost({ sign, length }: Lead): number {
    return this.#signs.walks[sign]! + length;
  }

  #choose(random: Random): Lead {
    const kept = this.#kept;
    let best = kept[random.below(kept.length)]!;
    for (let more = 1; more < drawn; more++) {
      const other = kept[random.below(kept.length)]!;
      if (this.#cost(other) < this.#cost(best)) best = other;
    }
    return best;
  }

  #dropCommonest(): void {
    const kept = this.#kept;
    let most = 0;
    for (let at = 1; at < kept.length; at++)
      if (this.#cost(kept[at]!) > this.#cost(kept[most]!)) most = at;
    kept.splice(most, 1);
  }

  /** What the walk does first: a kept trace, or something near it. */
  #fill(random: Random, base: Lead): void {
    const moves = this.#movesOf(base);
    const lead = this.#lead;
    lead.clear();
    switch (random.below(4)) {
      case 0: {
        // One move less, or others in its place.
        const cut = random.below(moves.count + 1);
        lead.addFrom(moves, 0, cut);
        for (let more = random.below(3); more > 0; more--) lead.add(anyMove, 0);
        return lead.addFrom(moves, cut + random.below(2), moves.count);
      }
      case 1: {
        const other = this.#movesOf(this.#choose(random));
        lead.addFrom(moves, 0, moves.count);
        return lead.addFrom(other, random.below(other.count + 1), other.count);
      }
      default:
        return lead.addFrom(moves, 0, moves.count);
    }
  }

  /** The moves of a trace by number. Made once, since numbers mean something only in this world. */
  #movesOf(lead: Lead): MoveList {
    return (lead.moves ??= madeAgain(this.#world, lead.names!));
  }
}

const leaveOutAs = ({ intentsOff, kindsOff }: Lead, swarm: Swarm): void => {
  swarm.clear();
  swarm.intents.set(intentsOff);
  swarm.kinds.set(kindsOff);
};

/** Moves by number, from their names; those that are not possible are left out. */
const madeAgain = (world: World, names: readonly string[]): MoveList =>
  world.uncounted(() => {
    const moves = new MoveList();
    const offered = new MoveList();
    world.begin();
    for (const name of names) {
      const at = offeredAs(world, name, "all", offered);
      if (at < 0) continue;
      const { kind, a, b, outputs } = offered;
      if (world.apply(kind[at]!, a[at]!, b[at]!, outputs[at]!)) moves.addFrom(offered, at);
    }
    return moves;
  });
