import { chunkAt, chunkCount, type Chunk, type ChunkResult } from "../search/index.ts";

/** A task's progress through its chunks. */
export interface Progress<Task> {
  readonly task: Task;
  readonly results: ChunkResult[];
  next: number;
  /** Workers that have a chunk of it now. */
  busy: number;
}

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
  #stopped = false;

  constructor(tasks: readonly Task[], { seed, runs }: { seed: number; runs: number }) {
    this.tasks = tasks.map((task) => ({ task, results: [], next: 0, busy: 0 }));
    this.chunkCount = chunkCount(runs);
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
    const progress =
      open.find((each) => each === last) ?? open.find(({ busy }) => busy === 0) ?? open[0];
    if (!progress) return undefined;
    const index = progress.next++;
    progress.busy++;
    return { progress, chunk: chunkAt(index, { seed: this.#seed, runs: this.#runs }) };
  }

  /** Takes back what a chunk found; true when it was the task's last. */
  put(progress: Progress<Task>, result: ChunkResult): boolean {
    progress.busy--;
    progress.results.push(result);
    return progress.results.length === this.chunkCount;
  }
}
