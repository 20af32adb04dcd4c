import { MoveKind, MoveList, type World } from "../../world/index.ts";
import { doubled } from "./column.ts";
import type { Explorer } from "./explorer.ts";
import type { Region, StateGraph } from "./state-graph.ts";
import type { OwnStates } from "./states.ts";

/**
 * The moves between those states in which something is owed, made again one state after the other once all states are
 * known. For each monitor instance that ever owes, the region in which it does.
 *
 * Where one state stands for several, all of them are in the graph, for a path that leads from a state back to one that
 * only resembles it is no cycle: node `state * order + permutation` is the state turned by that permutation. Of
 * instances that a permutation makes of each other, one region tells what there is to tell.
 */
export class ObligationGraph implements StateGraph {
  readonly offsets: Float64Array;
  targets: Int32Array = new Int32Array(1024);
  agents: Int32Array = new Int32Array(1024);
  readonly agentCount: number;
  /** Per instance that owes in some state. */
  readonly regions = new Map<number, OwingRegion>();
  /** How many nodes each state has. */
  readonly order: number;
  readonly #explorer: Explorer;
  readonly #states: OwnStates;
  readonly #agents: Agents;
  readonly #moves = new MoveList();
  #edges = 0;
  #state = 0;

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
    this.#states = explorer.visited;
    this.order = explorer.symmetry?.order ?? 1;
    this.#agents = new Agents(explorer.world);
    this.agentCount = this.#agents.count;
    this.offsets = new Float64Array(this.#states.size * this.order + 1);
  }

  get bytes(): number {
    const regions = this.regions.size * this.offsets.length;
    return this.offsets.byteLength + this.targets.byteLength + this.agents.byteLength + regions;
  }

  /** Adds the moves of so many more states; answers whether those were the last. */
  advance(most: number): boolean {
    const states = this.#states;
    for (let count = 0; count < most && this.#state < states.size; count++) {
      this.#look(this.#state);
      this.#state++;
    }
    return this.#state === states.size;
  }

  #look(state: number): void {
    const { world, places } = this.#explorer;
    places.put(this.#states.load(state));
    const owing = world.bank.obligingInstances.filter(({ invariant, slot }) =>
      world.bank.invariants[invariant]!.owes(world.cells[slot]!),
    );
    const moves = owing.length === 0 ? [] : this.#movesWhile(owing);
    for (let turned = 0; turned < this.order; turned++)
      this.#node(state * this.order + turned, turned, owing, moves);
  }

  #movesWhile(owing: readonly Owing[]): Made[] {
    const { world, places, symmetry } = this.#explorer;
    const made: Made[] = [];
    const moves = this.#moves;
    world.offers.list(moves);
    for (let at = 0; at < moves.count; at++) {
      const [kind, a, outputs] = [moves.kind[at]!, moves.a[at]!, moves.outputs[at]!];
      if (!world.apply(kind, a, moves.b[at]!, outputs)) continue;
      const paid = owing.filter((one) => isPaid(world, one));
      const settled = symmetry?.settle() ?? 0;
      const target = this.#states.find(places.changes());
      made.push({ kind, a, isFair: outputs < 0, paid, target, settled });
      world.goBack();
    }
    return made;
  }

  /** Adds one node with its edges: what it owes, and what is possible there, each turned by a permutation. */
  #node(node: number, turned: number, owing: readonly Owing[], moves: readonly Made[]): void {
    const { symmetry } = this.#explorer;
    for (const { index } of owing) this.#regionOf(turned, index)?.owesIn(node);
    for (const { kind, a, isFair, paid, target, settled } of moves) {
      const leads = symmetry ? symmetry.after(turned, symmetry.inverse(settled)) : 0;
      const place = symmetry?.place(turned, kind, a) ?? a;
      this.#add(target * this.order + leads, isFair ? this.#agents.of(kind, place) : -1);
      for (const { index } of paid) this.#regionOf(turned, index)?.pays(this.#edges - 1);
    }
    this.offsets[node + 1] = this.#edges;
  }

  /** The region of what a permutation makes of an instance; undefined if another one tells the same. */
  #regionOf(turned: number, index: number): OwingRegion | undefined {
    const { symmetry } = this.#explorer;
    const instance = symmetry?.instance(turned, index) ?? index;
    for (let at = 1; at < this.order; at++)
      if (symmetry!.instance(at, instance) < instance) return undefined;
    let region = this.regions.get(instance);
    if (!region) this.regions.set(instance, (region = new OwingRegion(this.offsets.length - 1)));
    return region;
  }

  #add(target: number, agent: number): void {
    if (this.#edges === this.targets.length) {
      this.targets = doubled(this.targets);
      this.agents = doubled(this.agents);
    }
    this.targets[this.#edges] = target;
    this.agents[this.#edges++] = agent;
  }
}

type Owing = World["bank"]["obligingInstances"][number];

/** A move of the state that is looked at, and what came of it. */
interface Made {
  readonly kind: number;
  readonly a: number;
  /** Whether somebody has to make it sooner or later. */
  readonly isFair: boolean;
  readonly paid: readonly Owing[];
  /** The state that stands for the one it leads to, and the permutation that leads there from that one. */
  readonly target: number;
  readonly settled: number;
}

/** Whether the last move came through a moment at which an instance owed nothing. */
const isPaid = (
  { written: { values, count }, bank }: World,
  { slot, invariant }: Owing,
): boolean => {
  const { owes } = bank.invariants[invariant]!;
  for (let at = 0; at < count; at += 2)
    if (values[at] === slot && !owes(values[at + 1]!)) return true;
  return false;
};

/** Where one instance owes, and which moves pay what it owes although it owes anew afterwards. */
class OwingRegion implements Region {
  readonly states: Uint8Array;
  #paying: Uint8Array | undefined;

  constructor(nodes: number) {
    this.states = new Uint8Array(nodes);
  }

  get paying(): Uint8Array | undefined {
    return this.#paying;
  }

  owesIn(node: number): void {
    this.states[node] = 1;
  }

  pays(edge: number): void {
    let paying = this.#paying;
    if (!paying || edge >= paying.length) {
      const wider = new Uint8Array(Math.max(1024, 2 * edge));
      if (paying) wider.set(paying);
      this.#paying = paying = wider;
    }
    paying[edge] = 1;
  }
}

/**
 * Who has to be treated fairly: every channel that delivers, every timer that runs out, time, and everybody who was
 * offline and comes back. What people do and what fails is never owed to anybody.
 */
class Agents {
  readonly count: number;
  readonly #timers: number;
  readonly #units: number;

  constructor({ plan, timers }: World) {
    this.#timers = plan.channels.length;
    this.#units = this.#timers + timers.all.length;
    this.count = this.#units + plan.units.length + 1;
  }

  of(kind: number, a: number): number {
    switch (kind) {
      case MoveKind.deliver:
        return a;
      case MoveKind.timer:
        return this.#timers + a;
      case MoveKind.online:
        return this.#units + a;
      case MoveKind.time:
        return this.count - 1;
      default:
        return -1;
    }
  }
}
