import type { KnownMutant, MutantsOf } from "./mutants-report.ts";
import type { RunPromise } from "./run.ts";

/** Of some mutants around which something was put to the test: how many it noticed. */
export interface Cell {
  readonly killed: number;
  /** Those that it noticed, and those that survived although it was put to the test around them. */
  readonly judged: number;
}

/** What one promise, or one invariant of it, noticed. */
export interface KillRow {
  readonly id: string;
  readonly says: string;
  /** The ids of invariants that it is made of; its own, where it is one. */
  readonly invariants: readonly string[];
  /** By operator. */
  readonly cells: readonly Cell[];
  /** Of all mutants together. */
  readonly all: Cell;
}

/** A promise with its invariants. */
export interface PromiseRow extends KillRow {
  readonly parts: readonly KillRow[];
}

/** Promises against operators: who noticed what. */
export interface KillMatrix {
  readonly operators: readonly string[];
  readonly promises: readonly PromiseRow[];
  /** By operator: those that break no promise, and of which every report would tell. */
  readonly reported: readonly number[];
  /** By operator: those that anything noticed, of all that are not discharged. */
  readonly anything: readonly Cell[];
}

/** The operator under which sabotages go. */
export const sabotage = "sabotage";

/**
 * The kill matrix of a version. A mutant counts once in a row, however many of its invariants noticed it. Operators stand
 * in the order of how many mutants they made, sabotage last.
 */
export const killMatrix = (
  { mutants, invariants }: Pick<MutantsOf, "mutants" | "invariants">,
  promises: readonly Pick<RunPromise, "id" | "title" | "invariants">[],
): KillMatrix => {
  const operators = operatorsIn(mutants);
  const columns = operators.length;
  const rows = rowsOf(Object.keys(invariants), promises);
  /** The rows that an invariant counts in. */
  const rowsFor = new Map<string, number[]>();
  for (const [at, { own }] of rows.entries())
    for (const id of own) rowsFor.set(id, [...(rowsFor.get(id) ?? []), at]);
  const killed = new Int32Array(rows.length * columns);
  const passed = new Int32Array(rows.length * columns);
  const reported = new Int32Array(columns);
  const anything = new Int32Array(columns);
  const survived = new Int32Array(columns);
  const columnOf = new Map(operators.map((operator, at) => [operator, at]));
  for (const mutant of mutants) {
    const column = columnOf.get(mutant.operator)!;
    const { outcome, kills = [], tested = [] } = mutant;
    const hit = new Set(kills.flatMap(({ by }) => rowsFor.get(by) ?? []));
    for (const row of hit) killed[row * columns + column]!++;
    if (outcome === "killed" || outcome === "reported") anything[column]!++;
    if (outcome === "reported") reported[column]!++;
    if (!survives(mutant)) continue;
    survived[column]!++;
    for (const row of new Set(tested.flatMap((id) => rowsFor.get(id) ?? [])))
      passed[row * columns + column]!++;
  }
  const told = rows.map(({ own, ...row }, at): KillRow => {
    const cells = operators.map((_, column) => {
      const noticed = killed[at * columns + column]!;
      return { killed: noticed, judged: noticed + passed[at * columns + column]! };
    });
    return { id: row.id, says: row.says, invariants: own, cells, all: sumOf(cells) };
  });
  return {
    operators,
    promises: rows.flatMap(({ parts }, at) =>
      parts === 0 ? [] : [{ ...told[at]!, parts: told.slice(at + 1, at + 1 + parts) }],
    ),
    reported: [...reported],
    anything: operators.map((_, column) => ({
      killed: anything[column]!,
      judged: anything[column]! + survived[column]!,
    })),
  };
};

const operatorsIn = (mutants: readonly KnownMutant[]): string[] => {
  const groups = Map.groupBy(mutants, ({ operator }) => operator);
  return [...groups.keys()].toSorted(
    (left, right) =>
      Number(left === sabotage) - Number(right === sabotage) ||
      groups.get(right)!.length - groups.get(left)!.length ||
      (left < right ? -1 : 1),
  );
};

/** A row to be counted; that of a promise comes before those of its invariants, and says how many they are. */
interface Counted {
  readonly id: string;
  readonly says: string;
  readonly own: readonly string[];
  readonly parts: number;
}

/** Every promise that has something to notice with, and what has been tried although it is promised no more. */
const rowsOf = (
  known: readonly string[],
  promises: readonly Pick<RunPromise, "id" | "title" | "invariants">[],
): Counted[] => {
  const named = promises.map(({ id, title, invariants }) => ({
    id,
    title,
    own: invariants.filter((one) => known.includes(one.id)),
  }));
  const told = new Set(named.flatMap(({ own }) => own.map(({ id }) => id)));
  const gone = known.filter((id) => !told.has(id));
  return [...named, ...gone.map((id) => ({ id, title: "", own: [{ id, says: "" }] }))].flatMap(
    ({ id, title, own }) =>
      own.length === 0
        ? []
        : [
            { id, says: title, own: own.map((one) => one.id), parts: own.length },
            ...own.map((one) => ({ id: one.id, says: one.says, own: [one.id], parts: 0 })),
          ],
  );
};

/** Whether nobody noticed a mutant, or no scenario even came to it. */
export const survives = ({ outcome }: KnownMutant): boolean =>
  outcome === "survived" || outcome === "unreached";

const sumOf = (cells: readonly Cell[]): Cell => ({
  killed: cells.reduce((sum, { killed }) => sum + killed, 0),
  judged: cells.reduce((sum, { judged }) => sum + judged, 0),
});
