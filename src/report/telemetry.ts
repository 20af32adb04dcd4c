import type { SearchOutcome, TableSize } from "../search/index.ts";

/** How a run went, as opposed to what it found: times, rates and the sizes of tables; `telemetry.json`. */
export interface Telemetry {
  readonly schema: "sealcheck.telemetry/1";
  readonly workers: number;
  /** From the start of the command to the report, in seconds. */
  readonly wallSeconds: number;
  /** Of all threads, in seconds. */
  readonly cpuSeconds: number;
  readonly moves: number;
  readonly movesPerSecond: number;
  readonly tasks: readonly TaskTelemetry[];
  /** In words, e.g. that a table has grown too large. */
  readonly warnings: readonly string[];
}

export interface TaskTelemetry {
  readonly scenario: string;
  readonly protocol: string;
  /** That workers spent on its chunks and its merge, in seconds. */
  readonly seconds: number;
  readonly ignored: readonly string[];
  readonly blocked: number;
  readonly unsettled: number;
  readonly tables: readonly MeasuredTable[];
  /** Pairs of a local state and an event that came up here; the tables may have them of other tasks as well. */
  readonly pairs: number;
  /** States that were looked at, and how many different ones there were among these. */
  readonly looked: { readonly states: number; readonly different: number };
  /** How fast states were visited, and the most bytes they took; undefined after random runs. */
  readonly visited: { readonly statesPerSecond: number; readonly bytes: number } | undefined;
}

/** A table with the share of look-ups that found their entry made already. */
export interface MeasuredTable extends TableSize {
  /** From 0 to 1; undefined for tables that do not count what they compute. */
  readonly hitRate: number | undefined;
}

/** What of a search's exercise is telling of how it went. */
export const exercised = ({
  exercise: { pairs, curve },
}: Pick<SearchOutcome, "exercise">): Pick<TaskTelemetry, "pairs" | "looked"> => {
  const { looked, different } = curve.at(-1) ?? { looked: 0, different: 0 };
  return {
    pairs: Object.values(pairs).reduce((sum, those) => sum + those.length, 0),
    looked: { states: looked, different },
  };
};

/** More entries than this say that something grows which should not. */
export const tooManyEntries = 100_000;

/** A table's size with its hit rate, for a search of so many moves. */
export const measured = (table: TableSize, moves: number): MeasuredTable => ({
  ...table,
  hitRate:
    table.computed > 0 && moves > 0
      ? Math.max(0, Math.round((1 - table.computed / Math.max(moves, table.computed)) * 1e4) / 1e4)
      : undefined,
});

/** What is to be said about tables that have grown too large. */
export const tableWarnings = (
  scenario: string,
  protocol: string,
  tables: readonly TableSize[],
): string[] =>
  tables
    .filter(({ entries }) => entries > tooManyEntries)
    .map(
      ({ name, entries }) =>
        `the table "${name}" has ${entries} entries in ${scenario}, ${protocol}: something in it grows without need`,
    );
