import type { AnyMachineSnapshot, AnyStateMachine } from "xstate";
import { Mistake, type Place } from "../mistake.ts";

/** What makes a table grow: the context field with the most different values. */
export interface Growth {
  readonly entries: number;
  readonly locals: number;
  /** Missing where the states themselves multiply, e.g. by many parallel regions. */
  readonly field?: string;
  readonly values?: number;
}

/** Looks for the context field that takes the most different values among local states. */
export const growthOf = (entries: number, locals: readonly AnyMachineSnapshot[]): Growth => {
  const values = new Map<string, Set<string>>();
  for (const { context } of locals)
    for (const [field, value] of Object.entries(context as Record<string, unknown>))
      values.set(field, (values.get(field) ?? new Set()).add(JSON.stringify(value)));
  const [most] = [...values].toSorted(([, left], [, right]) => right.size - left.size);
  return most && most[1].size > 1
    ? { entries, locals: locals.length, field: most[0], values: most[1].size }
    : { entries, locals: locals.length };
};

/** The mistake of a machine whose local states never end. */
export const unbounded = (
  machine: AnyStateMachine,
  where: Place | undefined,
  { locals, field, values }: Growth,
): Mistake =>
  new Mistake({
    what: `machine "${machine.id}" has an unbounded context: more than ${locals} local states`,
    where,
    why: field
      ? `its context field "${field}" took ${values} different values`
      : "its states keep multiplying",
    todo: "bound the context: message ids, clocks, histories and budgets do not belong there",
  });
