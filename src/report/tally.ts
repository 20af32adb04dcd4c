import type { RunReport } from "./run.ts";

/**
 * The last line of a run: tasks that passed, that failed or left something untested, and that were not begun. What is
 * wrong with a protocol as a whole, and with none of its tasks, counts as a failure as well.
 */
export const tally = ({ tasks, protocols }: Pick<RunReport, "tasks" | "protocols">): string => {
  const count = (...statuses: readonly string[]): number =>
    tasks.filter(({ status }) => statuses.includes(status)).length;
  const ofProtocols = protocols
    .flatMap(({ name, invariants }) => invariants.map((invariant) => ({ name, ...invariant })))
    .filter(({ unexpected, insufficient }) => unexpected || insufficient)
    .filter(({ name, id }) => !toldByTask(tasks, name, id)).length;
  const failed = count("failed", "insufficient") + ofProtocols;
  return `${count("passed")} passed, ${failed} failed, ${count("skipped")} skipped`;
};

const toldByTask = (tasks: RunReport["tasks"], protocol: string, invariant: string): boolean =>
  tasks.some(
    (task) =>
      task.protocol === protocol &&
      task.invariants.some(({ id, met }) => id === invariant && met !== "met"),
  );
