import { stateCount, stays, type Region, type StateGraph } from "./state-graph.ts";

/** One edge of a path, with the state that it starts from. */
export interface Leg {
  readonly state: number;
  readonly edge: number;
}

const nowhere = -1;

/**
 * Finds its way through a fair component: from the entry always to the nearest edge that does some agent justice,
 * until all have it, and home. Nearest first keeps the loop short, not shortest: that would be a travelling
 * salesman's problem.
 */
export class FairTour {
  readonly #graph: StateGraph;
  readonly #region: Region;
  readonly #components: Int32Array;
  /** Per agent, 1: it could act in every state so far and has not acted. */
  readonly #waits: Uint8Array;
  #waiting = 0;
  /** Per agent: the last look at a state that saw it able to act. */
  readonly #seenIn: Int32Array;
  #look = 0;
  /** The breadth-first search that goes on at present: what it has reached, by which edge, and in which order. */
  readonly #reachedIn: Int32Array;
  readonly #reachedFrom: Int32Array;
  readonly #reachedBy: Uint32Array;
  readonly #queue: Int32Array;
  #search = 0;

  constructor(graph: StateGraph, region: Region, components: Int32Array) {
    this.#graph = graph;
    this.#region = region;
    this.#components = components;
    this.#waits = new Uint8Array(graph.agentCount);
    this.#seenIn = new Int32Array(graph.agentCount);
    const count = stateCount(graph);
    this.#reachedIn = new Int32Array(count);
    this.#reachedFrom = new Int32Array(count);
    this.#reachedBy = new Uint32Array(count);
    this.#queue = new Int32Array(count);
  }

  /** The legs of a loop through a state, whose component must be fair. */
  from(entry: number): Leg[] {
    const legs: Leg[] = [];
    let state = entry;
    const go = (path: readonly Leg[]): void => {
      for (const leg of path) {
        legs.push(leg);
        this.#letGo(this.#graph.agents[leg.edge]!);
        state = this.#graph.targets[leg.edge]!;
        this.#letGoUnless(state);
      }
    };
    this.#waits.fill(1);
    this.#waiting = this.#waits.length;
    this.#letGoUnless(entry);
    while (this.#waiting > 0) go(this.#nearest(state, nowhere));
    if (state !== entry || legs.length === 0) go(this.#nearest(state, entry));
    return legs;
  }

  /** An agent has acted; -1 is none. */
  #letGo(agent: number): void {
    if (this.#waits[agent] !== 1) return;
    this.#waits[agent] = 0;
    this.#waiting--;
  }

  /** Agents that cannot act in a state have no claim any more. */
  #letGoUnless(state: number): void {
    if (this.#allWaitingCanAct(state)) return;
    for (let agent = 0; agent < this.#waits.length; agent++)
      if (this.#seenIn[agent] !== this.#look) this.#letGo(agent);
  }

  #allWaitingCanAct(state: number): boolean {
    const { offsets, agents } = this.#graph;
    const look = ++this.#look;
    let able = 0;
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
      const agent = agents[edge]!;
      if (this.#waits[agent] !== 1 || this.#seenIn[agent] === look) continue;
      this.#seenIn[agent] = look;
      able++;
    }
    return able === this.#waiting;
  }

  /** The shortest path within the component whose last edge does some agent justice, or leads home. */
  #nearest(start: number, home: number): Leg[] {
    const { offsets, targets, agents } = this.#graph;
    const search = ++this.#search;
    let tail = 0;
    this.#queue[tail++] = start;
    this.#reachedIn[start] = search;
    for (let head = 0; head < tail; head++) {
      const state = this.#queue[head]!;
      for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
        const target = targets[edge]!;
        if (!this.#isInner(edge, start)) continue;
        const known = this.#reachedIn[target] === search;
        if (
          target === home ||
          this.#waits[agents[edge]!] === 1 ||
          (!known && !this.#allWaitingCanAct(target))
        )
          return [...this.#pathTo(start, state), { state, edge }];
        if (known) continue;
        this.#reachedIn[target] = search;
        this.#reachedFrom[target] = state;
        this.#reachedBy[target] = edge;
        this.#queue[tail++] = target;
      }
    }
    throw new Error("a tour through a component that is not fair");
  }

  #isInner(edge: number, state: number): boolean {
    const target = this.#graph.targets[edge]!;
    return (
      stays(this.#graph, this.#region, edge) && this.#components[target] === this.#components[state]
    );
  }

  #pathTo(start: number, end: number): Leg[] {
    const path: Leg[] = [];
    for (let at = end; at !== start; at = this.#reachedFrom[at]!)
      path.push({ state: this.#reachedFrom[at]!, edge: this.#reachedBy[at]! });
    return path.toReversed();
  }
}
