import {
  chunkAt,
  chunkCount,
  learned,
  unguided,
  type Chunk,
  type ChunkResult,
  type Guidance,
} from "../search/index.ts";

/**
 * Chunks that a round of a guided search has at most. It shapes what a search finds, and it bounds how many threads can
 * work on one task at a time.
 */
const roundMost = 8;

/** Where the round ends that begins with this chunk: the first ones are short, because the first to learn learn most. */
const roundEnd = (first: number): number => first + Math.min(roundMost, Math.max(1, first));

/** A task's progress through its chunks. */
export interface Progress<Task> {
  readonly task: Task;
  readonly results: ChunkResult[];
  next: number;
  /** Chunks before this one may be done now; those after it begin with what these teach. */
  open: number;
  /** What the rounds before have taught; undefined where runs are left to chance. */
  guidance: Guidance | undefined;
  /** What the chunks of this round have taught that are in. */
  readonly taught: { readonly index: number; readonly taught: Guidance }[];
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
  readonly #waiting: (() => void)[] = [];
  #stopped = false;

  constructor(
    tasks: readonly Task[],
    {
      seed,
      runs,
      guided = () => false,
    }: { seed: number; runs: number; guided?: (task: Task) => boolean },
  ) {
    this.chunkCount = chunkCount(runs);
    this.tasks = tasks.map((task) => {
      const guidance = guided(task) ? unguided : undefined;
      const open = guidance ? roundEnd(0) : this.chunkCount;
      return { task, results: [], next: 0, open, guidance, taught: [], busy: 0 };
    });
    this.#seed = seed;
    this.#runs = runs;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** No more chunks from here on; those under way are finished. */
  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  /** Whether there is something left that has to wait for chunks under way. */
  get holds(): boolean {
    return !this.#stopped && this.tasks.some(({ next }) => next < this.chunkCount);
  }

  /** Calls back when it may have something for a worker again. */
  later(call: () => void): void {
    this.#waiting.push(call);
  }

  /** Chunks done and chunks asked for. */
  get done(): readonly [number, number] {
    const done = this.tasks.reduce((sum, { results }) => sum + results.length, 0);
    return [done, this.tasks.length * this.chunkCount];
  }

  /** The next chunk for a worker that last worked on `last`; undefined when there is none, be it for now: see {@link holds}. */
  take(last: Progress<Task> | undefined): { progress: Progress<Task>; chunk: Chunk } | undefined {
    if (this.#stopped) return undefined;
    const open = this.tasks.filter((each) => each.next < Math.min(each.open, this.chunkCount));
    const progress =
      open.find((each) => each === last) ?? open.find(({ busy }) => busy === 0) ?? open[0];
    if (!progress) return undefined;
    const index = progress.next++;
    progress.busy++;
    const of = { seed: this.#seed, runs: this.#runs };
    return { progress, chunk: { ...chunkAt(index, of), guidance: progress.guidance } };
  }

  /** Takes back what a chunk found; true when it was the task's last. */
  put(progress: Progress<Task>, { learned: taught, ...result }: ChunkResult): boolean {
    progress.busy--;
    progress.results.push(result);
    if (taught) progress.taught.push({ index: result.index, taught });
    if (progress.guidance && progress.results.length === progress.open)
      this.#nextRound(progress, progress.guidance);
    return progress.results.length === this.chunkCount;
  }

  /** The chunks of a round are in, whoever did them: the next ones begin with what these teach, in their order. */
  #nextRound(progress: Progress<Task>, before: Guidance): void {
    const inOrder = progress.taught.toSorted((left, right) => left.index - right.index);
    progress.guidance = learned(
      before,
      inOrder.map(({ taught }) => taught),
    );
    progress.taught.length = 0;
    progress.open = roundEnd(progress.open);
    this.#wake();
  }

  #wake(): void {
    for (const call of this.#waiting.splice(0)) call();
  }
}
