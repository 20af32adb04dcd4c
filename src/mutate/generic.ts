import { placeOfKeys } from "../machine/index.ts";
import { Mistake, type Place } from "../mistake.ts";
import type { PartKind } from "../world/part.ts";
import { compositionOf, worldOf } from "../search/task.ts";
import { dropAction, dropEntryOrExit, repeatAction, swapActions } from "./action-operators.ts";
import { isAsked } from "./asked.ts";
import { chartOf, type ChartEdit, type ChartOperator } from "./chart.ts";
import { forgetField } from "./context-operators.ts";
import { dropGuard, negateGuard, weakenGuard } from "./guard-operators.ts";
import { dropAfter, dropTag, wrongDelay } from "./mark-operators.ts";
import type { Mutant } from "./mutant.ts";
import type { Survey } from "./survey.ts";
import { addTransition, dropTransition, retarget, stay } from "./transition-operators.ts";
import {
  dropEffect,
  mistargetEffect,
  narrowEffect,
  repeatEffect,
  widenRecipients,
  type WiringEdit,
  type WiringOperator,
} from "./wiring-operators.ts";
import type { Wiring } from "./wiring-survey.ts";

const chartOperators: readonly ChartOperator[] = [
  dropGuard,
  negateGuard,
  weakenGuard,
  dropTransition,
  retarget,
  stay,
  dropAction,
  repeatAction,
  swapActions,
  dropEntryOrExit,
  forgetField,
  dropTag,
  dropAfter,
  wrongDelay,
];

const wiringOperators: readonly WiringOperator[] = [
  dropEffect,
  repeatEffect,
  narrowEffect,
  mistargetEffect,
  widenRecipients,
];

/**
 * Every mutant that the operators make of the parts that these tasks put together, and where they make none: a
 * transition on an event that never comes in its state would change nothing, and shows what no scenario plays.
 */
export const genericMutants = (
  surveys: readonly Survey[],
  wiring: Wiring,
): { readonly mutants: readonly Mutant[]; readonly unasked: readonly string[] } => {
  const unasked = new Set<string>();
  const mutants = kindsIn(surveys).flatMap(({ kind, fields }) => {
    const chart = chartOf(kind.kind, kind.machine, fields);
    const additions = addTransition(chart).filter(({ touches: [touch] }) => {
      const asked = isAsked(touch!, kind, surveys);
      if (!asked) unasked.add(touch!);
      return asked;
    });
    return unique([
      ...chartOperators.flatMap((operator) => operator(chart).map((edit) => charted(kind, edit))),
      ...additions.map((edit) => charted(kind, edit)),
      ...wiringOperators.flatMap((operator) =>
        operator(kind, wiring).map((edit) => wired(kind, edit)),
      ),
    ]);
  });
  return { mutants, unasked: [...unasked] };
};

/** Every kind of part, with the fields of its context, in the order of names. */
const kindsIn = (
  surveys: readonly Survey[],
): readonly { readonly kind: PartKind; readonly fields: readonly string[] }[] => {
  const kinds = new Map<string, { kind: PartKind; fields: readonly string[] }>();
  for (const { task } of surveys) {
    for (const { part, table } of worldOf(task).plan.parts) {
      const fields = Object.keys(table.view(table.initial).context);
      if (!kinds.has(part.kind.kind)) kinds.set(part.kind.kind, { kind: part.kind, fields });
    }
    for (const { kind } of compositionOf(task).parts)
      if (kinds.get(kind.kind)!.kind !== kind) throw severalOf(kind);
  }
  return [...kinds.values()].toSorted((left, right) => (left.kind.kind < right.kind.kind ? -1 : 1));
};

/** A mutant takes the place of one kind of part, and is judged by what comes of it. */
const severalOf = ({ kind, place }: PartKind): Mistake =>
  new Mistake({
    what: `there are several kinds of part called "${kind}", so that it has no mutants`,
    where: place,
    why: "a mutant would change one of them and leave the others as they are, and nobody would know what it shows",
    todo: "declare each kind of part once, outside of compose, and each under a name of its own",
  });

const charted = (kind: PartKind, edit: ChartEdit): Mutant => {
  let machine: PartKind["machine"] | undefined;
  return {
    ...described(kind, edit, placeOf(kind, edit.keys)),
    touches: edit.touches,
    compose: exchanging(kind, () => ({ ...kind, machine: (machine ??= edit.machine()) })),
  };
};

const wired = (kind: PartKind, edit: WiringEdit): Mutant => ({
  ...described(kind, edit, placeOf(kind, ["emits", edit.emission])),
  touches: [`${kind.kind} emits ${edit.emission}`],
  compose: exchanging(kind, edit.change),
});

/** Has every part of a kind be of another one. */
const exchanging =
  (kind: PartKind, change: WiringEdit["change"]): Mutant["compose"] =>
  (composition) => ({
    ...composition,
    parts: composition.parts.map((part) =>
      part.kind === kind ? { ...part, kind: change(part, composition) } : part,
    ),
  });

const described = (
  { kind }: PartKind,
  edit: Pick<ChartEdit, "operator" | "site" | "spot" | "before" | "after">,
  where: Place | undefined,
): Omit<Mutant, "touches" | "compose"> => {
  const { operator, site, spot, before, after } = edit;
  return {
    name: `${kind}: ${operator} ${site}`,
    operator,
    part: kind,
    spot,
    where,
    diff: [...(before ? [`- ${before}`] : []), ...(after ? [`+ ${after}`] : [])],
    breaks: [],
  };
};

/** The line of the last of some keys; where it stands in a constant of its own, that of the key before. */
const placeOf = ({ place, machine }: PartKind, keys: readonly string[]): Place | undefined => {
  for (let count = keys.length; count > 0; count--) {
    const found = placeOfKeys(place, keys.slice(0, count), machine.id);
    if (found !== place) return found;
  }
  return place;
};

/** Operators may come to the same by two ways; then the first name stands. */
const unique = (mutants: readonly Mutant[]): Mutant[] => {
  const byName = new Map<string, Mutant>();
  for (const mutant of mutants) if (!byName.has(mutant.name)) byName.set(mutant.name, mutant);
  return [...byName.values()];
};
