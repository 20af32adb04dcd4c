import type { AnyMachineSnapshot, AnyStateNode } from "xstate";
import { chartOf } from "./chart.ts";
import { plain } from "./plain.ts";

const inDocumentOrder = (nodes: readonly AnyStateNode[]): AnyStateNode[] =>
  nodes.toSorted((left, right) => left.order - right.order);

/** Active states of a snapshot without their ancestors, in document order. */
export const leaves = (snapshot: AnyMachineSnapshot): AnyStateNode[] =>
  inDocumentOrder(snapshot._nodes as AnyStateNode[]).filter(
    ({ type }) => type === "atomic" || type === "final",
  );

/** The active states as people say them, e.g. `sending + online`. */
export const nameOf = (snapshot: AnyMachineSnapshot): string =>
  leaves(snapshot)
    .map(({ path }) => path.join("."))
    .join(" + ") || "start";

/**
 * The local state as text: active states in document order, context with sorted fields, what history states remember
 * where a transition can lead to them, status and output. Two snapshots with one key behave alike in every machine that
 * the table accepts.
 */
export const keyOf = (snapshot: AnyMachineSnapshot): string => {
  const { context, status, output } = snapshot;
  const history = Object.entries(remembered(snapshot)).map(
    ([id, nodes]) => [id, nodes.map((node) => node.id)] as const,
  );
  const facts = {
    context: plain(context ?? {}, "context") as object,
    history: Object.fromEntries(history),
    status: status === "active" ? {} : { is: status as string },
    output: output === undefined ? {} : { is: plain(output, "output") },
  };
  const told = Object.entries(facts).filter(([, fact]) => Object.keys(fact).length > 0);
  const name = nameOf(snapshot);
  return told.length > 0 ? `${name} ${JSON.stringify(Object.fromEntries(told))}` : name;
};

/**
 * The same local state made anew: active nodes in document order, context frozen, history only where it can matter. So
 * nothing depends on how the state was reached (XState keeps active nodes in the order in which they were entered).
 */
export const canonical = (snapshot: AnyMachineSnapshot): AnyMachineSnapshot => {
  const { machine, value, context, status, output, error } = snapshot;
  const made = machine.resolveState({
    value,
    context: plain(context ?? {}, "context"),
    historyValue: remembered(snapshot),
    status,
    output: output === undefined ? undefined : plain(output, "output"),
    error,
  } as never) as AnyMachineSnapshot;
  (made._nodes as AnyStateNode[]).sort((left, right) => left.order - right.order);
  return made;
};

/** The same local state with another context and output. */
export const withContext = (
  snapshot: AnyMachineSnapshot,
  rename: (value: unknown) => unknown,
): AnyMachineSnapshot => {
  const { machine, value, context, historyValue, status, output, error } = snapshot;
  return machine.resolveState({
    value,
    context: rename(context ?? {}),
    historyValue,
    status,
    output: rename(output),
    error,
  } as never) as AnyMachineSnapshot;
};

const remembered = ({
  machine,
  historyValue,
}: AnyMachineSnapshot): Record<string, AnyStateNode[]> => {
  const matters = chartOf(machine).remembered;
  return Object.fromEntries(
    Object.entries((historyValue ?? {}) as Record<string, AnyStateNode[]>)
      .filter(([id]) => matters.has(id))
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([id, nodes]) => [id, inDocumentOrder(nodes)]),
  );
};
