/** A step of a graph, by the state it starts from. */
export interface Taken {
  readonly state: number;
  readonly step: number;
}

/** A state that was reached by the last step of another; the first one by none. */
export interface Reached {
  readonly state: number;
  readonly from: Reached | undefined;
  readonly step: number;
}

/** The steps that lead to a step of a reached state, that one included. */
export const wayTo = (node: Reached, step: number): readonly Taken[] => {
  const way = [{ state: node.state, step }];
  for (let at = node; at.from; at = at.from) way.unshift({ state: at.from.state, step: at.step });
  return way;
};
