import { stateCount, stays, type Region, type StateGraph } from "./state-graph.ts";

/** Numbers of finished components lie above those of states on the way, which count up from 1. */
const highest = 0x7fffffff;

/**
 * The strongly connected components of a region: for each state of it, the number of its component; other states have
 * none, 0. `found` is told of each component as soon as it is complete, and must not keep `members`.
 *
 * Tarjan's algorithm (SIAM Journal on Computing 1, 1972) in the form of Pearce ("A Space-Efficient Algorithm for
 * Finding Strongly Connected Components", Information Processing Letters 116, 2016), without recursion: a state is
 * either on the path or waits for its component, so that both stacks share one array.
 */
export const componentsOf = (
  graph: StateGraph,
  region: Region,
  found: (members: Int32Array, component: number, components: Int32Array) => void,
): Int32Array => {
  const count = stateCount(graph);
  const { offsets, targets } = graph;
  /** The smallest number that a state on the path is known to lead back to; in the end, its component. */
  const numbers = new Int32Array(count);
  const lowered = new Uint8Array(count);
  const followed = new Int32Array(count);
  const stack = new Int32Array(count);
  let path = 0;
  let waiting = count;
  let next = 1;
  let component = highest;

  const enter = (state: number): void => {
    numbers[state] = next++;
    stack[path++] = state;
  };
  const lowerTo = (state: number, number: number): void => {
    if (number >= numbers[state]!) return;
    numbers[state] = number;
    lowered[state] = 1;
  };
  const complete = (root: number): void => {
    const number = numbers[root]!;
    let end = waiting;
    while (end < count && numbers[stack[end]!]! >= number) end++;
    // Its place is free: it has just left the path.
    stack[--waiting] = root;
    for (let at = waiting; at < end; at++) numbers[stack[at]!] = component;
    found(stack.subarray(waiting, end), component, numbers);
    component--;
    waiting = end;
  };

  for (let start = 0; start < count; start++) {
    if (region.states[start] !== 1 || numbers[start] !== 0) continue;
    enter(start);
    while (path > 0) {
      const state = stack[path - 1]!;
      const edge = offsets[state]! + followed[state]!;
      if (edge === offsets[state + 1]!) {
        path--;
        if (lowered[state] === 1) stack[--waiting] = state;
        else complete(state);
      } else if (!stays(graph, region, edge)) followed[state]!++;
      else if (numbers[targets[edge]!] === 0) enter(targets[edge]!);
      else {
        lowerTo(state, numbers[targets[edge]!]!);
        followed[state]!++;
      }
    }
  }
  return numbers;
};
