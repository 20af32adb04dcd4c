import type { FairCycle } from "../../../src/search/exhaustive/fair-cycle.ts";
import type { Drawing } from "./random-graph.ts";

/** An edge of a drawing that stays within the region. */
const inner = ({ edges, owing, paying }: Drawing) =>
  edges.filter(
    ([, to], at) => (owing === undefined || owing.includes(to)) && !(paying ?? []).includes(at),
  );

/**
 * The smallest state through which a fair run can go for ever, or -1: by the definition alone. For every set of states
 * that owe it asks whether a run can visit all of them, and only them, again and again, and whether that is fair to
 * every agent. Sets are bits of a number.
 */
export const firstOnFairRun = (drawing: Drawing): number => {
  const { count, edges, agentCount } = drawing;
  const owing = drawing.owing ?? [...Array(count).keys()];
  const staying = inner(drawing);
  const ways = (
    of: readonly (readonly [number, number, number])[],
    backwards: boolean,
  ): number[] => {
    const next = Array<number>(count).fill(0);
    for (const [from, to] of of) next[backwards ? to : from]! |= 1 << (backwards ? from : to);
    return next;
  };
  const forth = ways(staying, false);
  const back = ways(staying, true);
  /** Per agent: the states in which it can act, whatever the edge leads to. */
  const able = Array<number>(agentCount).fill(0);
  for (const [from, , agent] of edges) if (agent >= 0) able[agent]! |= 1 << from;

  const spread = (set: number, next: readonly number[]): number => {
    let reached = set & -set;
    for (;;) {
      let wider = reached;
      for (let state = 0; state < count; state++)
        if ((reached >> state) & 1) wider |= next[state]! & set;
      if (wider === reached) return reached;
      reached = wider;
    }
  };
  const goesOn = (set: number): boolean => {
    const [only = -1] = lowest(set);
    return (set & (set - 1)) === 0
      ? ((forth[only]! >> only) & 1) === 1
      : spread(set, forth) === set && spread(set, back) === set;
  };
  const fairTo = (agent: number, set: number): boolean =>
    (able[agent]! & set) !== set ||
    staying.some(
      ([from, to, by]) => by === agent && ((set >> from) & 1) === 1 && ((set >> to) & 1) === 1,
    );
  const owingSet = owing.reduce((set, state) => set | (1 << state), 0);
  let first = -1;
  for (let set = 1; set < 2 ** count; set++) {
    if ((set & owingSet) !== set || !goesOn(set)) continue;
    if (able.some((_, agent) => !fairTo(agent, set))) continue;
    const [least = -1] = lowest(set);
    if (first < 0 || least < first) first = least;
  }
  return first;
};

const lowest = (set: number): number[] => {
  for (let state = 0; state < 31; state++) if ((set >> state) & 1) return [state];
  return [];
};

/** A loop as its drawing has it. */
export type Round = readonly (readonly [from: number, to: number, agent: number])[];

/** What is wrong with a loop as a run that goes on for ever and is fair to everybody; nothing, if all is well. */
export const wrongsOf = (drawing: Drawing, entry: number, round: Round): string[] => {
  const same = (left: readonly number[], right: readonly number[]): boolean =>
    left.join() === right.join();
  const staying = inner(drawing);
  const ends = round.map(([, to]) => to);
  const wrongs: string[] = [];
  if (round.length === 0) wrongs.push("it has no edge");
  round.forEach((edge, at) => {
    if (edge[0] !== (at === 0 ? entry : ends[at - 1]))
      wrongs.push(`leg ${at + 1} starts elsewhere`);
    if (!staying.some((one) => same(one, edge))) wrongs.push(`leg ${at + 1} is no way to stay`);
  });
  if (round.length > 0 && ends.at(-1) !== entry) wrongs.push("it does not come back");
  if (drawing.owing && !drawing.owing.includes(entry)) wrongs.push("its entry owes nothing");
  for (let agent = 0; agent < drawing.agentCount; agent++) {
    const always = [entry, ...ends].every((state) =>
      drawing.edges.some(([from, , by]) => from === state && by === agent),
    );
    if (always && !round.some(([, , by]) => by === agent)) wrongs.push(`agent ${agent} is wronged`);
  }
  return wrongs;
};

/** The round that a search found, in the drawing's terms: edges are counted in the order of their states. */
export const roundOf = ({ edges }: Drawing, { legs }: FairCycle): Round => {
  const placed = edges.toSorted(([left], [right]) => left - right);
  return legs.map(({ state, edge }) => {
    const [from, to, agent] = placed[edge]!;
    if (from !== state) throw new Error(`edge ${edge} does not start from state ${state}`);
    return [from, to, agent];
  });
};
