import type { RunReport, RunTask, RunTrace, TaskInvariant } from "./run.ts";
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
  /** What is not as expected, each in a sentence. */
  readonly why: readonly string[];
  /** Of the shortest trace, the set-up left out; undefined where nothing was found. */
  readonly moves: number | undefined;
  /** That the search took. */
  readonly seconds: number;
}

/**
 * A row for each task: found means that something broke which the scenario is about. Where nothing did, something else
 * that it is about must show of what use the protocol still is.
 */
export const attackRows = (
  { tasks, traces, promises }: Pick<RunReport, "tasks" | "traces" | "promises">,
  telemetry: Pick<Telemetry, "tasks">,
  said: (scenario: string, protocol: string) => AttackSaid,
): AttackRow[] =>
  tasks.map((task) => {
    const { scenario, protocol } = task;
    const why = surprisesOf(task, promises);
    const found = soughtIn(task).filter(({ verdict }) => verdict === "broken");
    const stories = traces.filter(
      (trace) => isOf(task, trace) && found.some(({ id }) => id === trace.invariant),
    );
    return {
      scenario,
      protocol,
      ...said(scenario, protocol),
      found: found.map(({ id }) => id),
      asExpected: task.status === "passed" && why.length === 0,
      why,
      moves:
        stories.length === 0 ? undefined : Math.min(...stories.map(({ moves }) => moves.length)),
      seconds: telemetry.tasks.find((one) => isOf(task, one))?.seconds ?? 0,
    };
  });

const soughtIn = ({ invariants }: RunTask): RunTask["invariants"] =>
  invariants.filter(({ about }) => about);

const surprisesOf = (task: RunTask, promises: RunReport["promises"]): string[] => {
  const told = task.invariants.flatMap((each) => surprise(each) ?? []);
  const sought = soughtIn(task);
  const useful = promises.flatMap(({ invariants }) =>
    invariants.filter(({ pattern }) => pattern === "possible" || pattern === "leadsTo"),
  );
  const isGone = sought.every(({ verdict }) => verdict !== "broken");
  const showsUse = sought.some(({ id }) => useful.some((each) => each.id === id));
  return isGone && !showsUse
    ? [
        ...told,
        "it is about nothing that the protocol is for, and what does nothing is open to nothing: add an invariant by possible or leadsTo",
      ]
    : told;
};

const surprise = ({ id, verdict, met, expected }: TaskInvariant): string | undefined => {
  if (met === "met") return undefined;
  if (verdict === "broken") return `${id} breaks, and the scenario does not say so`;
  if (verdict === "inconclusive") return `${id} is inconclusive`;
  if (expected === "breaks") return `${id} does not break, and the scenario says that it does`;
  return verdict === "untested"
    ? `${id} never came up`
    : `${id} came up, and the scenario says that it does not`;
};

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
      ...those
        .toSorted(foundFirst)
        .flatMap((row) => [rowLine(row, columns, style), ...whyLines(row, style)]),
    ];
  });
};

const foundFirst = (left: AttackRow, right: AttackRow): number =>
  right.found.length - left.found.length;

const whyLines = ({ why }: AttackRow, style: Style): string[] =>
  why.flatMap((each) => wrapped(each, style.width - 6).map((line) => `      ${line}`));

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
