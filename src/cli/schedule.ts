import type { Chunk, ChunkResult } from "../search/index.ts";

/** Runs in one piece of work. It shapes the seeds, so it is the same for everybody. */
export const chunkRuns = 500;

/** A task's progress through its chunks. */
export interface Progress<Task> {
  readonly task: Task;
  readonly results: ChunkResult[];
  next: number;
  /** Workers that have a chunk of it now. */
  busy: number;
}

interface Order<Task> {
  readonly seed: number;
  readonly runs: number;
  /** How much is known of a task so far; the least first. */
  readonly weakest?: ((progress: Progress<Task>) => number) | undefined;
}

/** Chunks of a task that a worker does in a row even so, because it has the tables for it; the first one is done alone. */
const stint = 4;

const inStint = ({ next }: Progress<unknown>): boolean => next % stint !== 1;

/** The task of which least is known; of several, the one that has had fewer chunks, then the first. */
const weakestOf = <Task>(
  open: readonly Progress<Task>[],
  known: (progress: Progress<Task>) => number,
): Progress<Task> | undefined =>
  open
    .map((progress) => ({ progress, known: known(progress) }))
    .toSorted((left, right) => left.known - right.known || left.progress.next - right.progress.next)
    .at(0)?.progress;

/**
 * Which chunk a worker does next. A worker stays with its task while that has chunks left, because it has the tables
 * for it; then it takes a task that nobody works on, and only then helps with another's. Who did which chunk changes
 * nothing in what is found.
 */
export class Schedule<Task> {
  readonly tasks: readonly Progress<Task>[];
  readonly chunkCount: number;
  readonly #seed: number;
  readonly #runs: number;
  readonly #weakest: ((progress: Progress<Task>) => number) | undefined;
  #stopped = false;

  /** With `weakest`, whoever wants a chunk gets one of the task for which it is lowest, instead of one task after another. */
  constructor(tasks: readonly Task[], { seed, runs, weakest }: Order<Task>) {
    this.#weakest = weakest;
    this.tasks = tasks.map((task) => ({ task, results: [], next: 0, busy: 0 }));
    this.chunkCount = Math.ceil(runs / chunkRuns);
    this.#seed = seed;
    this.#runs = runs;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** No more chunks from here on; those under way are finished. */
  stop(): void {
    this.#stopped = true;
  }

  /** Chunks done and chunks asked for. */
  get done(): readonly [number, number] {
    const done = this.tasks.reduce((sum, { results }) => sum + results.length, 0);
    return [done, this.tasks.length * this.chunkCount];
  }

  /** The next chunk for a worker that last worked on `last`; undefined when there is none left. */
  take(last: Progress<Task> | undefined): { progress: Progress<Task>; chunk: Chunk } | undefined {
    if (this.#stopped) return undefined;
    const open = this.tasks.filter(({ next }) => next < this.chunkCount);
    const progress = this.#weakest
      ? (open.find((each) => each === last && inStint(each)) ?? weakestOf(open, this.#weakest))
      : (open.find((each) => each === last) ?? open.find(({ busy }) => busy === 0) ?? open[0]);
    if (!progress) return undefined;
    const index = progress.next++;
    const firstRun = index * chunkRuns + 1;
    progress.busy++;
    return {
      progress,
      chunk: {
        seed: this.#seed,
        index,
        firstRun,
        runs: Math.min(chunkRuns, this.#runs - firstRun + 1),
      },
    };
  }

  /** Takes back what a chunk found; true when it was the task's last. */
  put(progress: Progress<Task>, result: ChunkResult): boolean {
    progress.busy--;
    progress.results.push(result);
    return progress.results.length === this.chunkCount;
  }
}
