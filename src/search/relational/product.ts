import { OwnStates } from "../exhaustive/states.ts";
import { Overgrown } from "../exhaustive/places.ts";
import { Random } from "../random.ts";
import type { Stopped } from "../result.ts";
import { nameOfPair } from "./pair-names.ts";
import { PairPlaces, type PairSlots } from "./pair-places.ts";
import { Came, type PairWorld } from "./pair-world.ts";

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

/**
 * Visits all pairs of states that two runs can come to under one schedule, breadth first, until the observer tells them
 * apart: every pair that is reached looks the same to it.
 */
export const searchProduct = (
  pair: PairWorld,
  watch: (standing: PairStanding) => Stopped | undefined,
): Product => {
  for (let slots = changingSlots(pair); ;) {
    pair.begin();
    pair.tested = 0;
    const places = new PairPlaces(pair, slots);
    try {
      return new Search(pair, places).run(watch);
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
  #expanded = 0;
  #transitions = 0;
  #depth = 0;
  #unresolved = 0;

  constructor(pair: PairWorld, places: PairPlaces) {
    this.#pair = pair;
    this.#places = places;
    this.#states = new OwnStates(places.plan);
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
    for (let at = 0; at < moves.count; at++) {
      const came = pair.apply(at);
      if (came === Came.refused) continue;
      this.#transitions++;
      if (came === Came.unresolved) {
        this.#unresolved++;
        continue;
      }
      if (came === Came.apart) {
        pair.goBack();
        return at;
      }
      this.#states.add(this.#places.changes());
      pair.goBack();
    }
    return -1;
  }

  #standing(): PairStanding {
    const { size, bytes } = this.#states;
    return {
      expanded: this.#expanded,
      states: size,
      transitions: this.#transitions,
      depth: this.#depth,
      bytes,
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

/** Slots of both worlds that change, as far as a few random walks show. */
const changingSlots = (pair: PairWorld): PairSlots => {
  const left = new Set<number>();
  const right = new Set<number>();
  const random = new Random(1);
  for (let walk = 0; walk < walks; walk++) {
    pair.begin();
    for (let step = 0; step < stepsMost; step++) {
      pair.list();
      if (pair.moves.count === 0) break;
      const came = pair.apply(random.below(pair.moves.count));
      if (came === Came.apart) break;
      if (came !== Came.alike) continue;
      if (pair.movedLeft) writtenTo(pair.left, left);
      if (pair.movedRight) writtenTo(pair.right, right);
    }
  }
  return { left: inOrder(left), right: inOrder(right) };
};

const writtenTo = ({ written: { values, count } }: PairWorld["left"], slots: Set<number>): void => {
  for (let at = 0; at < count; at += 2) slots.add(values[at]!);
};

const inOrder = (slots: ReadonlySet<number>): number[] =>
  [...slots].toSorted((left, right) => left - right);
