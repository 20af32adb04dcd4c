import { parentPort, workerData } from "node:worker_threads";
import {
  exhaust,
  keepStates,
  mergeChunks,
  reasonToStop,
  searchChunk,
  selfTest,
  tableSizes,
  visited,
  worldOf,
  type Keeping,
  type TableSize,
  type Task,
  type Visited,
} from "../search/index.ts";
import { accountsOf } from "./account.ts";
import { Board } from "./board.ts";
import { Saver } from "./checkpoint/index.ts";
import { compareJob } from "./compare-job.ts";
import { failureOf } from "./failure.ts";
import type { Answers, Job as AnyJob, Reply, WorkerStart } from "./jobs.ts";
import { mutantJob } from "./mutant-job.ts";
import { mistakeOf } from "./project/blame.ts";
import { loadProject, taskNamed, unattackedTask, type Project } from "./project/index.ts";

/**
 * A worker thread: it loads the project by itself and does one job after another. It keeps the world of the task it
 * last worked on, since making one anew costs more than a chunk.
 */
const { cwd } = workerData as WorkerStart;
let project: Promise<Project> | undefined;
let current: { readonly task: Task; readonly world: ReturnType<typeof worldOf> } | undefined;

type Job<Kind extends AnyJob["kind"]> = Extract<AnyJob, { kind: Kind }>;
type JobOfTask = Extract<AnyJob, { task: unknown }>;

const taskOf = async ({ kind, task: { scenario, protocol } }: JobOfTask): Promise<Task> => {
  const loaded = await (project ??= loadProject(cwd));
  const task = taskNamed(loaded, scenario, protocol);
  return kind === "attack" ? unattackedTask(loaded, task) : task;
};

const worldFor = (task: Task): ReturnType<typeof worldOf> => {
  const isOther =
    current?.task.scenarioName !== task.scenarioName ||
    current.task.protocol.name !== task.protocol.name;
  if (!current || isOther) current = { task, world: worldOf(task) };
  return current.world;
};

const does = (job: JobOfTask, task: Task): Answers[keyof Answers] => {
  if (job.kind === "selfTest") return selfTest(task, job);
  if (job.kind === "chunk") {
    const world = worldFor(task);
    return { result: searchChunk(task, job.chunk, world), tables: tableSizes(world) };
  }
  if (job.kind === "exhaust") return exhausted(job, task);
  if (job.kind === "attack") return attacked(job, task);
  const outcome = mergeChunks(trying(task, job.tried), job.chunks, job.partial, job.causes);
  return { outcome, accounts: accountsOf(task, outcome) };
};

/** A task with more examples than its scenario has. */
const trying = (task: Task, stories: readonly (readonly string[])[]): Task => {
  const { scenario, protocol } = task;
  const examples = [...(scenario.examples[protocol.name] ?? []), ...stories];
  return {
    ...task,
    scenario: { ...scenario, examples: { ...scenario.examples, [protocol.name]: examples } },
  };
};

const exhausted = (job: Job<"exhaust">, task: Task): Answers["exhaust"] => {
  const { keeper } = job;
  const board = new Board(job.board);
  const saver = job.saving && new Saver(job.saving);
  let bytes = 0;
  let tables: readonly TableSize[] = [];
  const outcome = exhaust(task, {
    together: job.together,
    sliced: job.sliced,
    symmetry: job.symmetry,
    causes: job.causes,
    noting: saver !== undefined,
    saved: saver?.saved,
    watch: (standing, snapshot) => {
      bytes = Math.max(bytes, standing.bytes);
      board.write(standing);
      const reason = board.stopped ?? reasonToStop(job, standing);
      saver?.look(snapshot, reason !== undefined);
      return reason;
    },
    ended: (world) => (tables = tableSizes(world)),
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    keep: keeper && ((keeping) => keeper.postMessage(keeping)),
  });
  return { outcome, accounts: accountsOf(task, outcome), tables, bytes };
};

const attacked = (job: Job<"attack">, task: Task): Visited => {
  const board = new Board(job.board);
  return visited(task, job.ask, (standing) => {
    board.write(standing);
    return board.stopped ?? (standing.states >= job.states ? "states" : undefined);
  });
};

/** Keeps states for another thread, search after search, until that one has no more. */
const kept = ({ searcher }: Job<"keep">): Promise<undefined> =>
  new Promise((resolve, reject) => {
    searcher.on("close", () => resolve(undefined));
    searcher.on("message", (keeping: Keeping) => {
      try {
        keepStates(keeping);
      } catch (error) {
        reject(error as Error);
      }
    });
  });

const reply = async (job: AnyJob): Promise<Reply> => {
  if (job.kind === "keep") return { ok: true, answer: await kept(job) };
  if (job.kind === "mutants" || job.kind === "mutant")
    return { ok: true, answer: await mutantJob(job, await (project ??= loadProject(cwd))) };
  if (job.kind === "compare") return { ok: true, answer: await compareJob(job) };
  const task = await taskOf(job);
  try {
    return { ok: true, answer: does(job, task) };
  } catch (error) {
    return { ok: false, failure: failureOf(mistakeOf(error, task) ?? error) };
  } finally {
    if (job.kind === "exhaust") job.keeper?.close();
  }
};

parentPort!.on("message", (job: AnyJob) => {
  void reply(job)
    .catch((error: unknown): Reply => ({ ok: false, failure: failureOf(error) }))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    .then((answer) => parentPort!.postMessage(answer));
});
