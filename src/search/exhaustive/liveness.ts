import type { Stopped } from "../result.ts";
import { signatureOf } from "../signature.ts";
import type { Explorer } from "./explorer.ts";
import { fairCycle, type FairCycle } from "./fair-cycle.ts";
import { ObligationGraph } from "./obligations.ts";
import { nameOfStep, wayTo } from "./way.ts";

/** A story that goes on for ever and never pays what it owes. */
export interface Lasso {
  readonly instance: number;
  readonly signature: string;
  /** Moves from the start to the loop, and once around it. */
  readonly stem: readonly string[];
  readonly loop: readonly string[];
}

/** What was found among the states that an explorer has visited; of each kind of break one lasso. */
export interface Liveness {
  readonly lassos: readonly Lasso[];
  /** Why it was not looked for any further. */
  readonly stopped: Stopped | undefined;
}

const stride = 2048;

/** Looks for fair cycles on which something stays owed, once every state is known. */
export const liveness = (
  explorer: Explorer,
  watch: (bytes: number) => Stopped | undefined,
): Liveness => {
  const { world } = explorer;
  if (!world.bank.invariants.some(({ obliges }) => obliges))
    return { lassos: [], stopped: undefined };
  return world.uncounted(() => {
    const graph = new ObligationGraph(explorer);
    while (!graph.advance(stride)) {
      const stopped = watch(graph.bytes);
      if (stopped) return { lassos: [], stopped };
    }
    return { lassos: lassosIn(explorer, graph), stopped: undefined };
  });
};

const lassosIn = (explorer: Explorer, graph: ObligationGraph): Lasso[] => {
  const found = new Map<string, Lasso>();
  const inOrder = [...graph.regions].toSorted(([left], [right]) => left - right);
  for (const [instance, region] of inOrder) {
    const cycle = fairCycle(graph, region);
    if (!cycle) continue;
    const lasso = lassoOf(explorer, graph, instance, cycle);
    const { signature } = lasso;
    const known = found.get(signature);
    if (!known || lengthOf(lasso) < lengthOf(known)) found.set(signature, lasso);
  }
  return [...found.values()];
};

/** Tells a cycle: where a state stands for others, the way to it may lead to another one, from which all goes alike. */
const lassoOf = (
  explorer: Explorer,
  { offsets, order }: ObligationGraph,
  instance: number,
  { entry, legs }: FairCycle,
): Lasso => {
  const { symmetry, world } = explorer;
  const stateOf = (node: number): number => Math.floor(node / order);
  const { moves: stem, turned } = wayTo(explorer, stateOf(entry));
  const turn = symmetry ? symmetry.after(turned, symmetry.inverse(entry % order)) : 0;
  return {
    instance: symmetry?.instance(turn, instance) ?? instance,
    signature: signatureOf(world, instance),
    stem,
    loop: legs.map(({ state: node, edge }) =>
      nameOfStep(
        explorer,
        stateOf(node),
        edge - offsets[node]!,
        symmetry?.after(turn, node % order) ?? 0,
      ),
    ),
  };
};

const lengthOf = ({ stem, loop }: Lasso): number => stem.length + loop.length;
