import type { RunReport } from "./run.ts";

/**
 * The last line of a run: tasks that passed, that failed or left something untested, and that were not begun or left out. What is
 * wrong with a protocol as a whole, and with none of its tasks, counts as a failure as well; so does each kind of part
 * with something in it that never comes up, or that does and should not.
 */
export const tally = ({
  tasks,
  protocols,
  coverage,
  leftOut,
}: Pick<RunReport, "tasks" | "protocols" | "coverage" | "leftOut">): string => {
  const count = (...statuses: readonly string[]): number =>
    tasks.filter(({ status }) => statuses.includes(status)).length;
  const ofProtocols = protocols
    .flatMap(({ name, invariants }) => invariants.map((invariant) => ({ name, ...invariant })))
    .filter(({ unexpected, insufficient }) => unexpected || insufficient)
    .filter(({ name, id }) => !toldByTask(tasks, name, id)).length;
  const ofParts = new Set(failing(coverage).map(({ part }) => part)).size;
  const failed = count("failed", "insufficient") + ofProtocols + ofParts;
  return `${count("passed")} passed, ${failed} failed, ${count("skipped") + leftOut.length} skipped`;
};

/** What fails of all that parts declare. */
export const failing = ({ noted }: RunReport["coverage"]): RunReport["coverage"]["noted"] =>
  noted.filter(({ standing }) => standing === "dead" || standing === "contradicted");

const toldByTask = (tasks: RunReport["tasks"], protocol: string, invariant: string): boolean =>
  tasks.some(
    (task) =>
      task.protocol === protocol &&
      task.invariants.some(({ id, met }) => id === invariant && met !== "met"),
  );
