import { widest } from "../build-protocols.ts";
import { ledgerStatus, type LedgerStatus } from "../ledger-status.ts";
import { effortWords } from "../effort-words.ts";
import type {
  ProtocolInvariant,
  RunBounds,
  RunCoverage,
  RunProtocol,
  RunReport,
  RunTask,
  RunTrace,
} from "../run.ts";
import { tally } from "../tally.ts";

/** What a page decodes first: everything of a run but its traces and the details of its tasks. */
export interface Overview extends Pick<
  RunReport,
  | "version"
  | "seed"
  | "runs"
  | "partial"
  | "leftOut"
  | "whole"
  | "modelHash"
  | "promises"
  | "ledger"
> {
  readonly coverage: RunCoverage;
  readonly protocols: readonly OverviewProtocol[];
  readonly tasks: readonly OverviewTask[];
  readonly traces: TraceIndex;
  readonly tally: string;
}

export interface OverviewProtocol extends Omit<RunProtocol, "invariants"> {
  readonly invariants: readonly Omit<ProtocolInvariant, "traces">[];
  /** What each promise comes to: the worst of its invariants. */
  readonly promises: Readonly<Record<string, LedgerStatus>>;
  /** The widest limits under which anything was put to the test. */
  readonly bounds: RunBounds;
}

export interface OverviewTask extends Pick<
  RunTask,
  "scenario" | "says" | "protocol" | "status" | "partial"
> {
  readonly effort: string;
  /** Whether it was searched state by state. */
  readonly exhaustive: boolean;
}

/** All traces in columns, so that a hundred thousand are read at once: numbers for names. */
export interface TraceIndex {
  /** In {@link Overview.tasks}. */
  readonly task: readonly number[];
  /** In {@link TraceIndex.ids}. */
  readonly invariant: readonly number[];
  readonly ids: readonly string[];
  readonly steps: readonly number[];
  /** 0 or 1. */
  readonly expected: readonly number[];
  /** Keys that do not follow from scenario, protocol, invariant and number. */
  readonly oddKeys: Readonly<Record<number, string>>;
  /** Traces in one island. */
  readonly chunk: number;
}

/** How many traces are decoded together. */
const chunk = 500;

export const overviewOf = (run: RunReport): Overview => {
  const { version, seed, runs, partial, whole, leftOut, modelHash } = run;
  const { promises, ledger } = run;
  const { declared, seen, noted } = run.coverage;
  return {
    version,
    seed,
    runs,
    partial,
    whole,
    leftOut,
    modelHash,
    promises,
    ledger,
    coverage: { declared, seen, noted },
    protocols: run.protocols.map(({ invariants, ...protocol }) => ({
      ...protocol,
      invariants: invariants.map(withoutTraces),
      bounds: widest(
        invariants.flatMap(({ bounds, scenarios }) => (scenarios.length > 0 ? [bounds] : [])),
      ),
      promises: Object.fromEntries(
        promises.map(({ id }) => [
          id,
          ledgerStatus(
            invariants.filter(({ promise }) => promise === id),
            [],
          ),
        ]),
      ),
    })),
    tasks: run.tasks.map((task) => ({
      scenario: task.scenario,
      says: task.says,
      protocol: task.protocol,
      status: task.status,
      partial: task.partial,
      effort: effortWords(task),
      exhaustive: task.exhaustion !== undefined,
    })),
    traces: indexOf(run),
    tally: tally(run),
  };
};

const withoutTraces = ({
  traces: _traces,
  ...invariant
}: ProtocolInvariant): Omit<ProtocolInvariant, "traces"> => invariant;

const indexOf = ({ tasks, traces }: RunReport): TraceIndex => {
  const taskAt = new Map(
    tasks.map(({ scenario, protocol }, at) => [`${scenario}\n${protocol}`, at]),
  );
  const ids = [...new Set(traces.map(({ invariant }) => invariant))].toSorted();
  const idAt = new Map(ids.map((id, at) => [id, at]));
  const keys = keysOf(traces);
  const odd = traces.flatMap(({ key }, at) => (key === keys[at] ? [] : [[at, key] as const]));
  return {
    task: traces.map(({ scenario, protocol }) => taskAt.get(`${scenario}\n${protocol}`) ?? -1),
    invariant: traces.map(({ invariant }) => idAt.get(invariant)!),
    ids,
    steps: traces.map(({ steps }) => steps.length),
    expected: traces.map(({ expected }) => Number(expected)),
    oddKeys: Object.fromEntries(odd),
    chunk,
  };
};

/** The keys that traces have by rule: scenario, protocol, invariant, and a number from the second on. */
export const keysOf = (
  traces: readonly Pick<RunTrace, "scenario" | "protocol" | "invariant">[],
): string[] => {
  const met = new Map<string, number>();
  return traces.map(({ scenario, protocol, invariant }) => {
    const name = `${scenario}.${protocol}.${invariant}`;
    const count = (met.get(name) ?? 0) + 1;
    met.set(name, count);
    return count > 1 ? `${name}.${count}` : name;
  });
};
