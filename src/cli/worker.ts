import { parentPort, workerData } from "node:worker_threads";
import {
  mergeChunks,
  searchChunk,
  selfTest,
  tableSizes,
  worldOf,
  type Task,
} from "../search/index.ts";
import { accountOf } from "./account.ts";
import { failureOf } from "./failure.ts";
import type { Answers, Job, Reply, WorkerStart } from "./jobs.ts";
import { mistakeOf } from "./project/blame.ts";
import { loadProject, taskNamed, type Project, type TaskName } from "./project/index.ts";

/**
 * A worker thread: it loads the project by itself and does one job after another. It keeps the world of the task it
 * last worked on, since making one anew costs more than a chunk.
 */
const { cwd } = workerData as WorkerStart;
let project: Promise<Project> | undefined;
let current: { readonly task: Task; readonly world: ReturnType<typeof worldOf> } | undefined;

const taskOf = async ({ scenario, protocol }: TaskName): Promise<Task> =>
  taskNamed(await (project ??= loadProject(cwd)), scenario, protocol);

const worldFor = (task: Task): ReturnType<typeof worldOf> => {
  if (current?.task.scenarioName !== task.scenarioName || current.task.protocol !== task.protocol)
    current = { task, world: worldOf(task) };
  return current.world;
};

const does = (job: Job, task: Task): Answers[keyof Answers] => {
  if (job.kind === "selfTest") return selfTest(task, job);
  if (job.kind === "chunk") {
    const world = worldFor(task);
    return { result: searchChunk(task, job.chunk, world), tables: tableSizes(world) };
  }
  const outcome = mergeChunks(task, job.chunks, job.partial);
  const accounts = outcome.counterexamples.map(({ steps }) =>
    accountOf(
      task,
      steps.map(({ move }) => move),
    ),
  );
  return { outcome, accounts };
};

const reply = async (job: Job): Promise<Reply> => {
  const task = await taskOf(job.task);
  try {
    return { ok: true, answer: does(job, task) };
  } catch (error) {
    return { ok: false, failure: failureOf(mistakeOf(error, task) ?? error) };
  }
};

parentPort!.on("message", (job: Job) => {
  void reply(job)
    .catch((error: unknown): Reply => ({ ok: false, failure: failureOf(error) }))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    .then((answer) => parentPort!.postMessage(answer));
});
