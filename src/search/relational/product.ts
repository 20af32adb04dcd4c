import { Scratch } from "../../world/index.ts";
import { Affinity } from "../exhaustive/affinity.ts";
import { unknown } from "../exhaustive/decisions.ts";
import { OwnStates } from "../exhaustive/states.ts";
import { Overgrown } from "../exhaustive/places.ts";
import { Random } from "../random.ts";
import type { Stopped } from "../result.ts";
import { nameOfPair } from "./pair-names.ts";
import { PairCache } from "./pair-cache.ts";
import { ownSlotsOf, PairPlaces } from "./pair-places.ts";
import { Came, rightSlots, type PairWorld } from "./pair-world.ts";

/** How far a search of pairs is. */
export interface PairStanding {
  readonly expanded: number;
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  readonly bytes: number;
}

/** What a search of all pairs of runs came to. */
export interface Product {
  /** Pairs of states that were reached. */
  readonly pairs: number;
  readonly transitions: number;
  /** Pairs of moves to the pair that was reached last. */
  readonly depth: number;
  /** How often the observer saw something once the runs differed. */
  readonly tested: number;
  /** Pairs of moves that could not be compared within the bounds. */
  readonly unresolved: number;
  readonly stopped: Stopped | undefined;
  /** Shortest moves by which the observer tells the runs apart. */
  readonly apart: readonly string[] | undefined;
}

const stride = 2048;

/** Integers that tell outcomes of pairs of moves, as for single runs. */
const usualCaching = 2 ** 22;

/**
 * Visits all pairs of states that two runs can come to under one schedule, breadth first, until the observer tells them
 * apart: every pair that is reached looks the same to it. `caching`: how many integers may tell outcomes of pairs of
 * moves, so that these are not made again.
 */
export const searchProduct = (
  pair: PairWorld,
  watch: (standing: PairStanding) => Stopped | undefined,
  caching: number = usualCaching,
): Product => {
  for (let slots = changingSlots(pair); ;) {
    pair.begin();
    pair.tested = 0;
    const places = new PairPlaces(pair, slots);
    try {
      return new Search(pair, places, caching).run(watch);
    } catch (error) {
      if (!(error instanceof Overgrown)) throw error;
      slots = places.slots;
    }
  }
};

class Search {
  readonly #pair: PairWorld;
  readonly #places: PairPlaces;
  readonly #states: OwnStates;
  readonly #cache: PairCache;
  #expanded = 0;
  #transitions = 0;
  #depth = 0;
  #unresolved = 0;

  constructor(pair: PairWorld, places: PairPlaces, caching: number) {
    this.#pair = pair;
    this.#places = places;
    this.#states = new OwnStates(places.plan);
    this.#cache = new PairCache(pair, places, caching);
  }

  run(watch: (standing: PairStanding) => Stopped | undefined): Product {
    if (this.#pair.apartAtOnce) return this.#outcome(undefined, []);
    let deeper = 1;
    for (;;) {
      if (this.#expanded === this.#states.size) this.#states.flush();
      if (this.#expanded === this.#states.size) return this.#outcome(undefined, undefined);
      if (this.#expanded === deeper) {
        this.#states.flush();
        deeper = this.#states.size;
        this.#depth++;
      }
      const apart = this.#expand(this.#expanded);
      this.#expanded++;
      if (apart >= 0) return this.#outcome(undefined, this.#wayTo(this.#expanded - 1, apart));
      if (this.#expanded % stride !== 0) continue;
      const stopped = watch(this.#standing());
      if (stopped) return this.#outcome(stopped, undefined);
    }
  }

  /** Makes all pairs of moves of a state; answers the one that tells the runs apart, or -1. */
  #expand(state: number): number {
    const pair = this.#pair;
    const { moves } = pair;
    this.#places.put(this.#states.load(state));
    pair.list();
    if (moves.unresolved) this.#unresolved++;
    for (let at = 0; at < moves.count; at++) if (this.#make(at) === Came.apart) return at;
    return -1;
  }

  /** Makes a pair of moves, or repeats what came of it in another state, and adds what it leads to. */
  #make(at: number): Came {
    const states = this.#states;
    const outcome = this.#cache.find(at, states.values);
    if (outcome === unknown) return this.#makeAnew(at);
    if (!this.#cache.repeat(outcome)) return Came.refused;
    this.#transitions++;
    states.add(this.#cache.changesOf(outcome));
    return Came.alike;
  }

  #makeAnew(at: number): Came {
    const pair = this.#pair;
    const states = this.#states;
    const { tested } = pair;
    const came = this.#cache.make(at);
    if (came === Came.refused) {
      // What a budget refuses may depend on more than was looked at.
      if (pair.movedLeft || pair.movedRight) this.#cache.keep(at, states.values, undefined, 0);
      return came;
    }
    this.#transitions++;
    if (came === Came.unresolved) this.#unresolved++;
    else {
      if (came === Came.alike) {
        const changes = states.gather(this.#places.changes());
        this.#cache.keep(at, states.values, changes, pair.tested - tested);
        states.add(changes);
      }
      pair.goBack();
    }
    return came;
  }

  #standing(): PairStanding {
    const { size, bytes } = this.#states;
    return {
      expanded: this.#expanded,
      states: size,
      transitions: this.#transitions,
      depth: this.#depth,
      bytes: bytes + this.#cache.bytes,
    };
  }

  #outcome(stopped: Stopped | undefined, apart: readonly string[] | undefined): Product {
    this.#states.flush();
    return {
      pairs: this.#states.size,
      transitions: this.#transitions,
      depth: this.#depth,
      tested: this.#pair.tested,
      unresolved: this.#unresolved,
      stopped,
      apart,
    };
  }

  /** The moves that first led to a state, and one more. */
  #wayTo(state: number, last: number): string[] {
    const pair = this.#pair;
    const states = this.#states;
    pair.counting = false;
    states.flush();
    const path: number[] = [];
    for (let at = state; at >= 0; at = states.parent(at)) path.unshift(at);
    const names = path.slice(1).map((to, at) => this.#between(path[at]!, to));
    this.#places.put(states.load(state));
    pair.list();
    names.push(nameOfPair(pair, last));
    pair.counting = true;
    return names;
  }

  #between(from: number, to: number): string {
    const pair = this.#pair;
    this.#places.put(this.#states.load(from));
    pair.list();
    for (let at = 0; at < pair.moves.count; at++) {
      const name = nameOfPair(pair, at);
      if (pair.apply(at) !== Came.alike) continue;
      const reached = this.#states.find(this.#places.changes());
      pair.goBack();
      if (reached === to) return name;
    }
    throw new Error(`no pair of moves leads from state ${from} to state ${to}, and one did`);
  }
}

const walks = 100;
const stepsMost = 60;

/**
 * Slots of both worlds that change, as far as a few random walks show, and what stands in neither: those that moves look
 * at together side by side.
 */
const changingSlots = (pair: PairWorld): number[] => {
  const changing = new Set(ownSlotsOf(pair));
  const affinity = new Affinity();
  affinity.note(scratchOf(changing));
  const random = new Random(1);
  for (let walk = 0; walk < walks; walk++) {
    pair.begin();
    for (let step = 0; step < stepsMost; step++) {
      pair.list();
      if (pair.moves.count === 0) break;
      const came = pair.noting(random.below(pair.moves.count));
      if (came === Came.apart) break;
      if (came !== Came.alike) continue;
      affinity.note(pair.looks.slots);
      if (pair.movedLeft) writtenTo(pair.left, 0, changing);
      if (pair.movedRight) writtenTo(pair.right, rightSlots, changing);
    }
  }
  return affinity.order([...changing].toSorted((left, right) => left - right));
};

const writtenTo = (
  { written: { values, count } }: PairWorld["left"],
  first: number,
  slots: Set<number>,
): void => {
  for (let at = 0; at < count; at += 2) slots.add(first + values[at]!);
};

const scratchOf = (values: Iterable<number>): Scratch => {
  const scratch = new Scratch();
  for (const value of values) scratch.push(value);
  return scratch;
};
