import { MoveKind, MoveList, type Symmetry, type World } from "../../world/index.ts";
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
  /** What lets one state stand for several; every count but those of states to visit counts all of them. */
  readonly symmetry: Symmetry | undefined;
  /** States whose moves have all been made. */
  expanded = 0;
  /** States that these stand for. */
  represented = 0;
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
   * `slots` are those that change, those that belong together side by side; `keep` makes what keeps the states; with a
   * `symmetry`, one state stands for all that differ only by it.
   */
  constructor(world: World, slots: readonly number[], keep: Keep = ownStates, symmetry?: Symmetry) {
    this.world = world;
    this.symmetry = symmetry;
    world.begin();
    this.places = new Places(world, slots);
    this.states = keep(this.places.plan);
    world.evidence.witnessed.fill(0);
    world.evidence.tested.fill(0);
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

  /** States that were reached; of those that have not been expanded, only the ones that stand for others count. */
  get reached(): number {
    return this.represented + this.states.size - this.expanded;
  }

  /** Expands so many states, or all there are; answers whether that was all. */
  advance(most: number): boolean {
    const done = this.#advance(most);
    this.symmetry?.test();
    return done;
  }

  #advance(most: number): boolean {
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
    world.evidence.weight = this.symmetry?.orbit ?? 1;
    this.represented += world.evidence.weight;
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
      this.transitions += world.evidence.weight;
      if (world.violations.length > 0) this.#break(state, at);
      if (world.evidence.newly.count > 0) this.#witness(state, at);
      this.symmetry?.settle();
      states.add(places.changes());
      world.goBack();
    }
    if (byItself === 0) this.#rest(state);
    else if (byItself === refused && this.transitions === before)
      this.jammed += world.evidence.weight;
  }

  #break(state: number, move: number): void {
    for (const instance of this.world.violations) this.#note(instance, state, move);
  }

  #rest(state: number): void {
    this.resting += this.world.evidence.weight;
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
    const { values, count } = this.world.evidence.newly;
    for (let at = 0; at < count; at++) this.witnesses.push({ invariant: values[at]!, state, move });
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
  symmetry?: Symmetry,
): T => {
  const explorer = new Explorer(world, slots, keep, symmetry);
  try {
    return run(explorer);
  } catch (error) {
    if (!(error instanceof Overgrown)) throw error;
  } finally {
    explorer.states.close();
  }
  return exploring(world, explorer.places.slots, run, keep, symmetry);
};

const byItself = new Set<number>([
  MoveKind.deliver,
  MoveKind.timer,
  MoveKind.time,
  MoveKind.online,
]);

/** Whether a kind of move needs nobody who acts and nothing that fails. */
const happensByItself = (kind: number): boolean => byItself.has(kind);
