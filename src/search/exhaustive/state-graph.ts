/**
 * States 0 … n-1 and the moves between them, in compressed sparse rows: the edges of state s are those from
 * `offsets[s]` up to, not including, `offsets[s + 1]`.
 */
export interface StateGraph {
  /** One more entry than there are states. */
  readonly offsets: Int32Array | Uint32Array | Float64Array;
  /** The state that each edge leads to. */
  readonly targets: Int32Array;
  /** The fair agent that makes each edge, or -1: nobody has to make it. */
  readonly agents: Int32Array;
  /** Agents are numbered from 0 up to, not including, this. */
  readonly agentCount: number;
}

/** Where an obligation stays open. */
export interface Region {
  /** 1 for a state that still owes. */
  readonly states: Uint8Array;
  /** 1 for an edge that pays in full, even if the state it leads to owes anew. */
  readonly paying?: Uint8Array | undefined;
}

export const stateCount = ({ offsets }: StateGraph): number => offsets.length - 1;

/** Whether nothing of what is owed is paid on the way along an edge. */
export const stays = ({ targets }: StateGraph, { states, paying }: Region, edge: number): boolean =>
  states[targets[edge]!] === 1 && paying?.[edge] !== 1;
