import { MoveKind, MoveList, type Symmetry, type World } from "../../world/index.ts";
import { signatureOf } from "../signature.ts";
import { owing } from "../walk.ts";
import { StateSet } from "./state-set.ts";
import { Overgrown, StateTree } from "./state-tree.ts";

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

/**
 * Visits every state that the world can come to, breadth first, so that whatever shows first shows after the fewest
 * moves. Breaks are judged on moves, not on states: nearly half of the moves that break something lead to states that
 * are known already.
 */
export class Explorer {
  readonly world: World;
  readonly states: StateSet;
  readonly tree: StateTree;
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

  /** `slots` are those that change, those that belong together side by side. */
  constructor(world: World, slots: readonly number[], symmetry?: Symmetry) {
    this.world = world;
    this.symmetry = symmetry;
    world.begin();
    this.tree = new StateTree(world, slots);
    this.states = new StateSet(0, 0);
    world.witnessed.fill(0);
    world.tested.fill(0);
    world.ignored.clear();
    world.blocked = 0;
  }

  /** Whether every state that was reached has been expanded. */
  get done(): boolean {
    return this.expanded === this.states.size;
  }

  /** Bytes that states, queue and tables of states take. */
  get bytes(): number {
    return this.states.bytes + this.tree.bytes;
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
    const { world, tree, states } = this;
    const moves = this.#moves;
    tree.load(states.left(state), states.right(state));
    world.weight = this.symmetry?.orbit ?? 1;
    this.represented += world.weight;
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
      this.transitions += world.weight;
      if (world.violations.length > 0) this.#break(state, at);
      if (world.newlyWitnessed.count > 0) this.#witness(state, at);
      this.symmetry?.settle();
      tree.encode();
      states.add(tree.left, tree.right, state);
      world.goBack();
    }
    if (byItself === 0) this.#rest(state);
    else if (byItself === refused && this.transitions === before) this.jammed += world.weight;
  }

  #break(state: number, move: number): void {
    for (const instance of this.world.violations) this.#note(instance, state, move);
  }

  #rest(state: number): void {
    this.resting += this.world.weight;
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

  /** A break as it happens when the moves are made that first led to it, by their names. */
  tell({ instance, state, move }: Break): { moves: string[]; instance: number } {
    const { moves, turned } = this.follow(state, move);
    return { moves, instance: this.symmetry?.instance(turned, instance) ?? instance };
  }

  /** The names of the moves that first led to a state, and of one more move on offer there, if any. */
  pathTo(state: number, move = -1): string[] {
    return this.follow(state, move).moves;
  }

  /**
   * The name of a move that leads on from a state: the one before which so many others succeed; or what a permutation
   * makes of it.
   */
  nameOf(state: number, before: number, turned = 0): string {
    const { world } = this;
    const moves = this.#list(state);
    let succeeded = 0;
    for (let at = 0; at < moves.count; at++) {
      if (!world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!)) continue;
      world.goBack();
      if (succeeded++ === before) return this.#nameAt(state, at, turned);
    }
    throw new Error(`state ${state} has no more than ${succeeded} moves`);
  }

  /**
   * A state may stand for the one that was reached, and then its moves stand for those that were possible there:
   * `turned` is the permutation that leads from a state to the one that really comes up on the way told.
   */
  follow(state: number, move: number): { moves: string[]; turned: number } {
    const { states } = this;
    const way: number[] = [];
    for (let at = state; at >= 0; at = states.parent(at)) way.unshift(at);
    const moves: string[] = [];
    let turned = 0;
    for (const [at, to] of way.slice(1).entries()) {
      const step = this.#stepBetween(way[at]!, to);
      moves.push(this.#nameAt(way[at]!, step.move, turned));
      const { symmetry } = this;
      if (symmetry) turned = symmetry.after(turned, symmetry.inverse(step.settled));
    }
    if (move >= 0) moves.push(this.#nameAt(state, move, turned));
    return { moves, turned };
  }

  #list(state: number): MoveList {
    this.tree.load(this.states.left(state), this.states.right(state));
    this.world.offers.list(this.#moves);
    return this.#moves;
  }

  #nameAt(state: number, at: number, turned: number): string {
    const { kind, a, b, outputs } = this.#list(state);
    const { world, symmetry } = this;
    if (!symmetry) return world.offers.nameOf(this.#moves, at);
    const [a2, b2] = symmetry.move(turned, kind[at]!, a[at]!, b[at]!);
    const one = new MoveList();
    one.add(kind[at]! as MoveKind, a2, b2, outputs[at]!);
    symmetry.turn(turned);
    const name = world.offers.nameOf(one, 0);
    world.goBack();
    return name;
  }

  /** Which of a state's moves leads to another, and what settling the state there took. */
  #stepBetween(from: number, to: number): { move: number; settled: number } {
    const { world, tree, states } = this;
    const moves = this.#list(from);
    world.counting = false;
    try {
      for (let move = 0; move < moves.count; move++) {
        const [kind, a, b, outputs] = [moves.kind, moves.a, moves.b, moves.outputs];
        if (!world.apply(kind[move]!, a[move]!, b[move]!, outputs[move]!)) continue;
        const settled = this.symmetry?.settle() ?? 0;
        tree.encode();
        world.goBack();
        if (tree.left === states.left(to) && tree.right === states.right(to))
          return { move, settled };
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
  symmetry?: Symmetry,
): T => {
  const explorer = new Explorer(world, slots, symmetry);
  try {
    return run(explorer);
  } catch (error) {
    if (!(error instanceof Overgrown)) throw error;
    return exploring(world, explorer.tree.slots, run, symmetry);
  }
};

const byItself = new Set<number>([
  MoveKind.deliver,
  MoveKind.timer,
  MoveKind.time,
  MoveKind.online,
]);

/** Whether a kind of move needs nobody who acts and nothing that fails. */
const happensByItself = (kind: number): boolean => byItself.has(kind);
