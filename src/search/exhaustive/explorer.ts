import { MoveKind, MoveList, type World } from "../../world/index.ts";
import { signatureOf } from "../signature.ts";
import { owing } from "../walk.ts";
import { Overgrown, Places } from "./places.ts";
import { OwnStates, type States } from "./states.ts";
import type { TreePlan } from "./tree-plan.ts";

/** The first break of a kind: after which state, by which of the moves on offer there (-1: the state is at rest). */
export interface Break {
  readonly instance: number;
  readonly signature: string;
  readonly state: number;
  readonly move: number;
}

/** The same of what a `possible` invariant asks for. */
export interface Witness {
  readonly invariant: number;
  readonly state: number;
  readonly move: number;
}

/** Makes what keeps the states of a search. */
export type Keep = (plan: TreePlan) => States;

const ownStates: Keep = (plan) => new OwnStates(plan);

/**
 * Visits every state that the world can come to, breadth first, so that whatever shows first shows after the fewest
 * moves. Breaks are judged on moves, not on states: nearly half of the moves that break something lead to states that
 * are known already.
 */
export class Explorer {
  readonly world: World;
  readonly states: States;
  readonly places: Places;
  /** The first break of each kind, in the order in which they showed. */
  readonly breaks: Break[] = [];
  readonly witnesses: Witness[] = [];
  /** States whose moves have all been made. */
  expanded = 0;
  /** Moves made, over all states. */
  transitions = 0;
  /** Moves to the state that was reached last. */
  depth = 0;
  /** States in which nothing more happens by itself. */
  resting = 0;
  /** States in which something could happen by itself, were there room in a channel. */
  jammed = 0;
  readonly #moves = new MoveList();
  readonly #broken = new Set<string>();
  /** Per instance, whether its kind of break is known. */
  readonly #known: boolean[] = [];
  /** The first state that is one move deeper. */
  #deeper = 1;
  /** How many states the last two levels that are complete have. */
  readonly #levels: [number, number] = [0, 1];

  /**
   * `slots` are those that change, those that belong together side by side; `keep` makes what keeps the states.
   */
  constructor(world: World, slots: readonly number[], keep: Keep = ownStates) {
    this.world = world;
    world.begin();
    this.places = new Places(world, slots);
    this.states = keep(this.places.plan);
    world.witnessed.fill(0);
    world.tested.fill(0);
    world.ignored.clear();
    world.blocked = 0;
  }

  /** Whether every state that was reached has been expanded. */
  get done(): boolean {
    return this.expanded === this.states.size;
  }

  /** All states, once no more are added. */
  get visited(): OwnStates {
    return this.states.settle();
  }

  /** Bytes that states, queue and tables of states take. */
  get bytes(): number {
    return this.states.bytes;
  }

  /**
   * What the number of states may come to: levels that shrink are taken to go on shrinking at the same rate. Undefined
   * while they grow.
   */
  get predicted(): number | undefined {
    const [before, last] = this.#levels;
    const rate = last / before;
    if (!(rate < 1)) return undefined;
    return Math.round(this.#deeper + (last * rate) / (1 - rate));
  }

  /** Expands so many states, or all there are; answers whether that was all. */
  advance(most: number): boolean {
    for (let count = 0; count < most; count++) {
      if (this.expanded === this.states.size) this.states.flush();
      if (this.expanded === this.states.size) return true;
      if (this.expanded === this.#deeper) {
        this.states.flush();
        this.#levels.shift();
        this.#levels.push(this.states.size - this.#deeper);
        this.#deeper = this.states.size;
        this.depth++;
      }
      this.#expand(this.expanded);
      this.expanded++;
    }
    this.states.flush();
    return this.done;
  }

  #expand(state: number): void {
    const { world, places, states } = this;
    const moves = this.#moves;
    places.put(states.load(state));
    world.offers.list(moves);
    const before = this.transitions;
    let byItself = 0;
    let refused = 0;
    for (let at = 0; at < moves.count; at++) {
      const kind = moves.kind[at]!;
      const calm = happensByItself(kind) && moves.outputs[at]! < 0;
      if (calm) byItself++;
      if (!world.apply(kind, moves.a[at]!, moves.b[at]!, moves.outputs[at]!)) {
        if (calm) refused++;
        continue;
      }
      this.transitions++;
      if (world.violations.length > 0) this.#break(state, at);
      if (world.newlyWitnessed.count > 0) this.#witness(state, at);
      states.add(places.changes());
      world.goBack();
    }
    if (byItself === 0) this.#rest(state);
    else if (byItself === refused && this.transitions === before) this.jammed++;
  }

  #break(state: number, move: number): void {
    for (const instance of this.world.violations) this.#note(instance, state, move);
  }

  #rest(state: number): void {
    this.resting++;
    for (const { instance } of owing(this.world)) this.#note(instance, state, -1);
  }

  #note(instance: number, state: number, move: number): void {
    if (this.#known[instance]) return;
    this.#known[instance] = true;
    const signature = signatureOf(this.world, instance);
    if (this.#broken.has(signature)) return;
    this.#broken.add(signature);
    this.breaks.push({ instance, signature, state, move });
  }

  #witness(state: number, move: number): void {
    const { values, count } = this.world.newlyWitnessed;
    for (let at = 0; at < count; at++) this.witnesses.push({ invariant: values[at]!, state, move });
  }

  /** The names of the moves that first led to a state, and of one more move on offer there, if any. */
  pathTo(state: number, move = -1): string[] {
    const names = move < 0 ? [] : [this.#nameAt(state, move)];
    const { visited } = this;
    for (let at = state; visited.parent(at) >= 0; at = visited.parent(at))
      names.unshift(this.#nameBetween(visited.parent(at), at));
    return names;
  }

  /** The name of a move that leads on from a state: the one before which so many others succeed. */
  nameOf(state: number, before: number): string {
    const { world, places, visited } = this;
    const moves = this.#moves;
    places.put(visited.load(state));
    world.offers.list(moves);
    let succeeded = 0;
    for (let at = 0; at < moves.count; at++) {
      const name = world.offers.nameOf(moves, at);
      if (!world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!)) continue;
      world.goBack();
      if (succeeded++ === before) return name;
    }
    throw new Error(`state ${state} has no more than ${succeeded} moves`);
  }

  #nameAt(state: number, move: number): string {
    this.places.put(this.visited.load(state));
    this.world.offers.list(this.#moves);
    return this.world.offers.nameOf(this.#moves, move);
  }

  #nameBetween(from: number, to: number): string {
    const { world, places, visited } = this;
    const moves = this.#moves;
    world.counting = false;
    try {
      places.put(visited.load(from));
      world.offers.list(moves);
      for (let at = 0; at < moves.count; at++) {
        const name = world.offers.nameOf(moves, at);
        if (!world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!)) continue;
        const reached = visited.find(places.changes());
        world.goBack();
        if (reached === to) return name;
      }
    } finally {
      world.counting = true;
    }
    throw new Error(`no move leads from state ${from} to state ${to}, and one did`);
  }
}

/**
 * Runs a search from the start of a world. Should more slots change than were known, it begins anew with all that have
 * come up, which is as good as if they had been known before.
 */
export const exploring = <T>(
  world: World,
  slots: readonly number[],
  run: (explorer: Explorer) => T,
  keep: Keep = ownStates,
): T => {
  const explorer = new Explorer(world, slots, keep);
  try {
    return run(explorer);
  } catch (error) {
    if (!(error instanceof Overgrown)) throw error;
  } finally {
    explorer.states.close();
  }
  return exploring(world, explorer.places.slots, run, keep);
};

const byItself = new Set<number>([
  MoveKind.deliver,
  MoveKind.timer,
  MoveKind.time,
  MoveKind.online,
]);

/** Whether a kind of move needs nobody who acts and nothing that fails. */
const happensByItself = (kind: number): boolean => byItself.has(kind);
