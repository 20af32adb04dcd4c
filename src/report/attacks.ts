import type { RunReport, RunTask, RunTrace } from "./run.ts";
import type { Telemetry } from "./telemetry.ts";
import type { Style } from "./terminal-style.ts";
import { padded, wrapped } from "./terminal-wrap.ts";
import { counted } from "./words.ts";

/** What a scenario says of the attack that it looks for. */
export interface AttackSaid {
  readonly source: string;
  readonly attacker: string;
}

/** One attack on one protocol: whether it is there, and whether it should be. */
export interface AttackRow extends AttackSaid {
  readonly scenario: string;
  readonly protocol: string;
  /** Invariants that the scenario is about and that broke. */
  readonly found: readonly string[];
  readonly asExpected: boolean;
  /** Of the shortest trace, the set-up left out; undefined where nothing was found. */
  readonly moves: number | undefined;
  /** That the search took. */
  readonly seconds: number;
}

/** A row for each task: found means that something broke which the scenario is about. */
export const attackRows = (
  { tasks, traces }: Pick<RunReport, "tasks" | "traces">,
  telemetry: Pick<Telemetry, "tasks">,
  said: (scenario: string, protocol: string) => AttackSaid,
): AttackRow[] =>
  tasks.map((task) => {
    const { scenario, protocol } = task;
    const found = soughtIn(task).filter(({ verdict }) => verdict === "broken");
    const stories = traces.filter(
      (trace) => isOf(task, trace) && found.some(({ id }) => id === trace.invariant),
    );
    return {
      scenario,
      protocol,
      ...said(scenario, protocol),
      found: found.map(({ id }) => id),
      asExpected: task.status === "passed",
      moves:
        stories.length === 0 ? undefined : Math.min(...stories.map(({ moves }) => moves.length)),
      seconds: telemetry.tasks.find((one) => isOf(task, one))?.seconds ?? 0,
    };
  });

const soughtIn = ({ invariants }: RunTask): RunTask["invariants"] =>
  invariants.filter(({ about }) => about);

const isOf = (
  { scenario, protocol }: Pick<RunTask, "scenario" | "protocol">,
  other: Pick<RunTrace, "scenario" | "protocol">,
): boolean => other.scenario === scenario && other.protocol === protocol;

/** Rows under a heading for each attack, which tells its source and who attacks. */
export const attackLines = (rows: readonly AttackRow[], style: Style): string[] => {
  const columns = Math.max(...rows.map(({ protocol }) => protocol.length));
  return [...Map.groupBy(rows, ({ scenario }) => scenario).values()].flatMap((those) => {
    const { scenario, source, attacker } = those[0]!;
    return [
      "",
      style.bold(scenario),
      ...wrapped(`${attacker} (${source})`, style.width - 2).map((line) => `  ${line}`),
      ...those.toSorted(foundFirst).map((row) => rowLine(row, columns, style)),
    ];
  });
};

const foundFirst = (left: AttackRow, right: AttackRow): number =>
  right.found.length - left.found.length;

const rowLine = (
  { protocol, found, asExpected, moves, seconds }: AttackRow,
  columns: number,
  style: Style,
): string => {
  const there = moves === undefined ? "gone" : `found in ${counted(moves, "move")}`;
  return [
    `  ${asExpected ? style.pass : style.fail} ${padded(protocol, columns)}`,
    padded(there, "found in 99 moves".length),
    asExpected ? "as expected" : style.bad("not as expected"),
    style.dim(`${seconds.toFixed(1)} s`),
    ...found,
  ].join("  ");
};
