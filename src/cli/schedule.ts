import { chunkAt, chunkCount, Rounds, type Chunk, type ChunkResult } from "../search/index.ts";

/** A task's progress through its chunks. */
export interface Progress<Task> {
  readonly task: Task;
  readonly results: ChunkResult[];
  next: number;
  /** How far a guided search has come; undefined where runs are left to chance. */
  readonly rounds: Rounds | undefined;
  /** Workers that have a chunk of it now. */
  busy: number;
}

interface Order<Task> {
  readonly seed: number;
  readonly runs: number;
  /** Whether a task's runs are led by what earlier ones came to. */
  readonly guided?: (task: Task) => boolean;
  /**
   * How much is known of a task so far: whoever wants a chunk gets one of the task for which it is lowest, instead of one
   * task after another.
   */
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
  readonly #weakest: Order<Task>["weakest"];
  readonly #waiting: (() => void)[] = [];
  #stopped = false;

  constructor(tasks: readonly Task[], { seed, runs, guided = () => false, weakest }: Order<Task>) {
    this.#weakest = weakest;
    this.chunkCount = chunkCount(runs);
    this.tasks = tasks.map((task) => ({
      task,
      results: [],
      next: 0,
      rounds: guided(task) ? new Rounds() : undefined,
      busy: 0,
    }));
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

  /** Calls back when it may have something for a worker again, or nothing any more; at once, if that is so. */
  later(call: () => void): void {
    if (!this.holds || this.#open.length > 0) call();
    else this.#waiting.push(call);
  }

  /** Chunks done and chunks asked for. */
  get done(): readonly [number, number] {
    const done = this.tasks.reduce((sum, { results }) => sum + results.length, 0);
    return [done, this.tasks.length * this.chunkCount];
  }

  /**
   * The next chunk for a worker that last worked on `last`; undefined when there is none, be it only for now, as
   * {@link holds} tells.
   */
  take(last: Progress<Task> | undefined): { progress: Progress<Task>; chunk: Chunk } | undefined {
    if (this.#stopped) return undefined;
    const open = this.#open;
    const progress = this.#weakest
      ? (open.find((each) => each === last && inStint(each)) ?? weakestOf(open, this.#weakest))
      : (open.find((each) => each === last) ?? open.find(({ busy }) => busy === 0) ?? open[0]);
    if (!progress) return undefined;
    const index = progress.next++;
    progress.busy++;
    const of = { seed: this.#seed, runs: this.#runs };
    return { progress, chunk: chunkAt(index, of, progress.rounds?.guidance) };
  }

  /** Takes back what a chunk found; true when it was the task's last. */
  put(progress: Progress<Task>, { learned, ...result }: ChunkResult): boolean {
    progress.busy--;
    progress.results.push(result);
    if (progress.rounds?.put({ ...result, learned })) this.#wake();
    return progress.results.length === this.chunkCount;
  }

  /** Tasks of which a chunk can be done now. */
  get #open(): readonly Progress<Task>[] {
    return this.tasks.filter(
      ({ next, rounds }) => next < Math.min(this.chunkCount, rounds?.open ?? this.chunkCount),
    );
  }

  #wake(): void {
    for (const call of this.#waiting.splice(0)) call();
  }
}
