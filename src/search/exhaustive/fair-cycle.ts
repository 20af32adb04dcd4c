import { componentsOf } from "./components.ts";
import { FairTour, type Leg } from "./fair-tour.ts";
import { stays, type Region, type StateGraph } from "./state-graph.ts";

/** A loop that can go on for ever although nobody is treated unfairly, while something stays owed. */
export interface FairCycle {
  /** The state where the loop begins and ends. In breadth-first numbering no fair cycle has a shorter way to it. */
  readonly entry: number;
  /** At least one edge; each starts where the one before it ended, the first and the last at the entry. */
  readonly legs: readonly Leg[];
}

/**
 * A fair cycle within a region, if there is one; the same for the same graph.
 *
 * Fairness is weak: an agent that could act at every state of a run from some point on must act again and again. What
 * an agent could do counts, also where it would leave the region. A run that goes on for ever comes to stay within one
 * strongly connected component. Such a component holds a fair cycle exactly if it has an edge, and every agent either
 * cannot act in one of its states or makes one of its edges: then a round trip through all states and edges is fair;
 * and an agent that can act in every state and makes no edge is wronged by any cycle. The same holds of the component
 * as a whole whatever smaller part of it is fair, so that maximal components are enough. That is the weak case of
 * Lichtenstein and Pnueli ("Checking that finite state concurrent programs satisfy their linear specification", POPL
 * 1985) and of Emerson and Lei ("Modalities for model checking: branching time logic strikes back", Science of
 * Computer Programming 8, 1987); strong fairness would need components within components.
 *
 * A state without edges is no cycle: what is owed when everything has come to rest is judged elsewhere.
 */
export const fairCycle = (graph: StateGraph, region: Region): FairCycle | undefined => {
  const judge = new ComponentJudge(graph, region);
  let entry = -1;
  const components = componentsOf(graph, region, (members, component, numbers) => {
    const first = smallest(members);
    if (entry >= 0 && first > entry) return;
    if (judge.isFair(members, component, numbers)) entry = first;
  });
  if (entry < 0) return undefined;
  return { entry, legs: new FairTour(graph, region, components).from(entry) };
};

const smallest = (states: Int32Array): number => {
  let least = states[0]!;
  for (let at = 1; at < states.length; at++) if (states[at]! < least) least = states[at]!;
  return least;
};

/** Tells fair components from others, in time of their edges. */
class ComponentJudge {
  readonly #graph: StateGraph;
  readonly #region: Region;
  /** Per agent: the component that is being judged, if it was met there. */
  readonly #metIn: Int32Array;
  /** Per agent: the last state in which it was seen to be able to act, and in how many states it was. */
  readonly #lastIn: Int32Array;
  readonly #ableIn: Int32Array;
  readonly #acts: Uint8Array;
  readonly #met: Int32Array;

  constructor(graph: StateGraph, region: Region) {
    this.#graph = graph;
    this.#region = region;
    this.#metIn = new Int32Array(graph.agentCount);
    this.#lastIn = new Int32Array(graph.agentCount);
    this.#ableIn = new Int32Array(graph.agentCount);
    this.#acts = new Uint8Array(graph.agentCount);
    this.#met = new Int32Array(graph.agentCount);
  }

  isFair(members: Int32Array, component: number, components: Int32Array): boolean {
    const { offsets, targets, agents } = this.#graph;
    let met = 0;
    let cyclic = false;
    for (const state of members)
      for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
        const agent = agents[edge]!;
        const inner =
          stays(this.#graph, this.#region, edge) && components[targets[edge]!] === component;
        if (inner) cyclic = true;
        if (agent < 0) continue;
        if (this.#metIn[agent] !== component) {
          this.#metIn[agent] = component;
          this.#ableIn[agent] = 0;
          this.#lastIn[agent] = -1;
          this.#acts[agent] = 0;
          this.#met[met++] = agent;
        }
        if (this.#lastIn[agent] !== state) this.#ableIn[agent]!++;
        this.#lastIn[agent] = state;
        if (inner) this.#acts[agent] = 1;
      }
    if (!cyclic) return false;
    for (let at = 0; at < met; at++) {
      const agent = this.#met[at]!;
      if (this.#ableIn[agent] === members.length && this.#acts[agent] === 0) return false;
    }
    return true;
  }
}
