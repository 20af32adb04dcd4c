import { MoveKind, MoveList, type World } from "../../world/index.ts";
import { doubled } from "./column.ts";
import type { Explorer } from "./explorer.ts";
import type { Region, StateGraph } from "./state-graph.ts";
import type { OwnStates } from "./states.ts";

/**
 * The moves between those states in which something is owed, made again one state after the other once all states are
 * known. For each monitor instance that ever owes, the region in which it does.
 */
export class ObligationGraph implements StateGraph {
  readonly offsets: Float64Array;
  targets: Int32Array = new Int32Array(1024);
  agents: Int32Array = new Int32Array(1024);
  readonly agentCount: number;
  /** Per instance that owes in some state. */
  readonly regions = new Map<number, OwingRegion>();
  readonly #explorer: Explorer;
  readonly #states: OwnStates;
  readonly #agents: Agents;
  readonly #moves = new MoveList();
  #edges = 0;
  #state = 0;

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
    this.#states = explorer.visited;
    this.#agents = new Agents(explorer.world);
    this.agentCount = this.#agents.count;
    this.offsets = new Float64Array(this.#states.size + 1);
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
      this.offsets[this.#state] = this.#edges;
    }
    return this.#state === states.size;
  }

  #look(state: number): void {
    const { world, places } = this.#explorer;
    places.put(this.#states.load(state));
    const owing = this.#owing(state);
    if (owing.length === 0) return;
    const moves = this.#moves;
    world.offers.list(moves);
    for (let at = 0; at < moves.count; at++) {
      const kind = moves.kind[at]!;
      const outputs = moves.outputs[at]!;
      if (!world.apply(kind, moves.a[at]!, moves.b[at]!, outputs)) continue;
      const agent = outputs < 0 ? this.#agents.of(kind, moves.a[at]!) : -1;
      this.#add(this.#states.find(places.changes()), agent);
      for (const region of owing) if (region.isPaid(world)) region.pays(this.#edges - 1);
      world.goBack();
    }
  }

  #owing(state: number): OwingRegion[] {
    const { world } = this.#explorer;
    const { bank, cells } = world;
    return bank.obligingInstances.flatMap(({ index, invariant, slot }) => {
      if (!bank.invariants[invariant]!.owes(cells[slot]!)) return [];
      let region = this.regions.get(index);
      if (!region)
        this.regions.set(index, (region = new OwingRegion(this.#states.size, world, index)));
      region.states[state] = 1;
      return [region];
    });
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

/** Where one instance owes, and which moves pay what it owes although it owes anew afterwards. */
class OwingRegion implements Region {
  readonly states: Uint8Array;
  #paying: Uint8Array | undefined;
  readonly #slot: number;
  readonly #owes: (memory: number) => boolean;

  constructor(states: number, { bank }: World, instance: number) {
    this.states = new Uint8Array(states);
    const { slot, invariant } = bank.instances[instance]!;
    this.#slot = slot;
    this.#owes = (memory) => bank.invariants[invariant]!.owes(memory);
  }

  get paying(): Uint8Array | undefined {
    return this.#paying;
  }

  /** Whether the last move came through a moment at which nothing was owed. */
  isPaid({ written: { values, count } }: World): boolean {
    for (let at = 0; at < count; at += 2)
      if (values[at] === this.#slot && !this.#owes(values[at + 1]!)) return true;
    return false;
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
