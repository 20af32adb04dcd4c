import type { AnyMachineSnapshot, AnyStateNode } from "xstate";

/** What promises, reads and reports may see of a part at one moment. */
export interface PartView {
  readonly value: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  /** Whether the machine has reached a top-level final state. */
  readonly done: boolean;
  /** Whether the state of this dotted path is active, e.g. `open.composing`. */
  is(state: string): boolean;
  /** Whether an active state carries this tag. */
  has(tag: string): boolean;
}

/** A view of a snapshot, which must not change afterwards. */
export const viewOf = (snapshot: AnyMachineSnapshot): PartView => {
  let active: ReadonlySet<string> | undefined;
  const paths = (): ReadonlySet<string> =>
    new Set((snapshot._nodes as AnyStateNode[]).map(({ path }) => path.join(".")));
  return {
    value: snapshot.value,
    context: snapshot.context,
    done: snapshot.status === "done",
    is: (state) => (active ??= paths()).has(state),
    has: (tag) => snapshot.tags.has(tag),
  };
};
