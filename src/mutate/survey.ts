import type { Task } from "../search/task.ts";
import type { World } from "../world/index.ts";
import { tryOut, type Bounds } from "./trial.ts";
import { watched, type Wiring } from "./wiring-survey.ts";

/**
 * What the honest protocol does in one task: where its parts come to, so that a mutant is tried where it can matter,
 * and what its promises say, so that only what the mutant breaks counts.
 */
export interface Survey {
  readonly task: Task;
  /** `part in state`, `part in state gets event` and `part emits event`, for all that came up. */
  readonly touched: ReadonlySet<string>;
  /** Invariants that it breaks. */
  readonly breaks: ReadonlySet<string>;
  /** These and those of which something else is expected than that they hold: they tell nothing of mutants. */
  readonly broken: ReadonlySet<string>;
  /** Invariants of the kind "possible" that are seen without any fault. */
  readonly witnessed: ReadonlySet<string>;
  readonly ignored: ReadonlySet<string>;
  /** What parts declare and whether it comes up without any fault. */
  readonly covered: ReadonlyMap<string, boolean>;
  /** Whether every state without faults was visited. */
  readonly complete: boolean;
  /** Slots that change in it; see {@link tryOut}. */
  readonly slots: readonly number[];
}

/** Surveys a task; what the wiring comes to is noted. */
export const survey = (task: Task, bounds: Bounds, wiring: Wiring): Survey => {
  const { protocol } = task;
  const honest = { ...task, protocol: watched(protocol, wiring) };
  const calm = tryOut(honest, { ...bounds, faulty: 0, runs: 0 });
  const stormy = tryOut(honest, { ...bounds, states: 0 }, calm.slots);
  const expected = Object.entries(task.scenario.expects[protocol.name] ?? {})
    .filter(([, { expects }]) => expects !== "holds")
    .map(([id]) => id);
  const breaks = new Set([...calm.found.keys(), ...stormy.found.keys()]);
  return {
    task,
    touched: new Set([...calm.worlds, ...stormy.worlds].flatMap((world) => [...touchedIn(world)])),
    breaks,
    broken: new Set([...expected, ...breaks]),
    witnessed: calm.witnessed,
    ignored: calm.ignored.union(stormy.ignored),
    covered: calm.covered,
    complete: calm.complete,
    slots: stormy.slots,
  };
};

/** Everything that the parts of a world have come to. */
export const touchedIn = ({ plan, coverage }: World): Set<string> => {
  const touched = new Set<string>();
  for (const { index, table, part } of plan.parts) {
    const { kind } = part.kind;
    for (const entry of coverage.entriesOf(index)) {
      touched.add(`${kind} in ${table.name}`);
      for (const state of table.activeOf[entry]!) touched.add(`${kind} in ${table.states[state]!}`);
      for (const emission of table.emissionsOf[entry]!)
        touched.add(`${kind} emits ${table.emissionOf(emission).type}`);
      const { local, symbol } = table.asked(entry);
      if (local < 0) continue;
      const { type } = table.eventOf(symbol);
      const view = table.view(local);
      for (const state of [table.name, ...table.states.filter((name) => view.is(name))])
        touched.add(`${kind} in ${state} gets ${type}`);
    }
  }
  return touched;
};
