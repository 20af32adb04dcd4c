import { parentPort, workerData } from "node:worker_threads";
import {
  buildReport,
  failureLines,
  styleFor,
  taskLines,
  type RunReport,
  type TaskMaterial,
} from "../../report/index.ts";
import type { Task } from "../../search/index.ts";
import { sorted } from "../failure.ts";
import { mistakeOf } from "../project/blame.ts";
import { loadProject, misnamed, nameOf, select, wordsOf, type Project } from "../project/index.ts";
import { version } from "../version.ts";
import { searched } from "./judge.ts";
import { keyOf, type Asked, type Heard, type RerunStart } from "./messages.ts";
import { touchedBy } from "./touched.ts";

/**
 * A thread that loads the project anew, once: what a thread has loaded, it cannot load again. It runs the tasks that a
 * change touches, one after another, and tells of each as it ends.
 */
const { cwd, look, effort, ...selection } = workerData as RerunStart;
const style = styleFor({ ...look, env: process.env });

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
const tell = (heard: Heard): void => parentPort!.postMessage(heard);

const rerun = async ({ changed, seconds }: Asked): Promise<void> => {
  const project = await loadProject(cwd);
  const all = select(project, selection);
  const tasks = touchedBy(project, all, changed, (task) => seconds[keyOf(nameOf(task))]);
  const mistakes = misnamed(project, tasks);
  if (mistakes.length > 0)
    return tell({ kind: "mistaken", lines: mistakes.map(({ message }) => message) });
  tell({ kind: "began", touched: tasks.length, of: all.length });
  const columns = Math.max(0, ...tasks.map((task) => keyOf(nameOf(task)).length));
  for (const task of tasks) tell(judged(project, task, columns));
  tell({ kind: "done" });
};

const judged = (project: Project, task: Task, columns: number): Heard => {
  const began = performance.now();
  const key = keyOf(nameOf(task));
  const since = (): number => (performance.now() - began) / 1000;
  try {
    const run = reportOf(project, searched(task, effort));
    const [first] = run.tasks;
    const seconds = since();
    const lines = [
      ...taskLines(first!, { seconds, visited: undefined }, columns, style),
      ...failureLines(run, style),
    ];
    return { kind: "task", key, seconds, status: first!.status, lines };
  } catch (error) {
    const { message } = sorted(mistakeOf(error, task) ?? error);
    return { kind: "task", key, seconds: since(), status: "failed", lines: [message] };
  }
};

const reportOf = (project: Project, material: TaskMaterial): RunReport =>
  buildReport({
    version,
    ...effort,
    causes: false,
    whole: false,
    modelHash: "",
    folder: project.folders.project,
    sourceOf: wordsOf(),
    promises: project.promises,
    versions: new Set(project.versions.map(({ name }) => name)),
    ledger: undefined,
    tasks: [material],
    leftOut: [],
  });

parentPort!.once("message", (asked: Asked) => {
  rerun(asked).catch((error: unknown) =>
    tell({ kind: "mistaken", lines: [sorted(error).message] }),
  );
});
