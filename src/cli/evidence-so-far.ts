import type { Task } from "../search/index.ts";
import type { Progress } from "./schedule.ts";

/**
 * How often that was put to the test which a scenario is about, of all of it that which was so least often; of one that
 * is about nothing, any of its promises. Nothing is known of a task that was not begun. What is under way counts as if
 * it had brought as much as what is done, so that several workers do not all help the same task.
 */
export const evidenceSoFar = ({ task, results, next }: Progress<Task>): number => {
  if (next === 0) return -1;
  if (results.length === 0) return 0;
  const tested = (id: string): number =>
    results.reduce((sum, each) => sum + (each.tested[id] ?? 0), 0);
  const ids = idsOf(task);
  return (Math.min(...ids.map(tested)) * next) / results.length;
};

/** What is said not to come up is not waited for. */
const idsOf = ({ scenario, protocol, promises }: Task): readonly string[] => {
  const about = new Set(scenario.about);
  const expected = scenario.expects[protocol.name] ?? {};
  const all = promises
    .flatMap(({ id, invariants }) =>
      invariants.map((invariant) => ({ promise: id, id: invariant.id })),
    )
    .filter(
      ({ id }) => !(id in protocol.notApplicable) && expected[id]?.expects !== "notApplicable",
    );
  const own = all.filter(({ promise, id }) => about.has(promise) || about.has(id));
  return (own.length > 0 ? own : all).map(({ id }) => id);
};
