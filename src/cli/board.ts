import type { Standing, Stopped } from "../search/index.ts";

const reasons: readonly (Stopped | undefined)[] = [undefined, "interrupted", "time"];
const fields = [
  "pass",
  "passes",
  "expanded",
  "states",
  "transitions",
  "depth",
  "breaks",
  "bytes",
  "predicted",
] as const satisfies readonly (keyof Standing)[];

/**
 * Memory that a worker thread and the command line share while a search runs that answers nobody: the thread writes how
 * far it is, the command line when to stop.
 */
export class Board {
  readonly memory: SharedArrayBuffer;
  readonly #stop: Int32Array;
  readonly #figures: Float64Array;

  constructor(memory = new SharedArrayBuffer(8 * (1 + fields.length))) {
    this.memory = memory;
    this.#stop = new Int32Array(memory, 0, 1);
    this.#figures = new Float64Array(memory, 8);
  }

  /** Asks the search to end; the first reason counts. */
  stop(reason: "interrupted" | "time"): void {
    Atomics.compareExchange(this.#stop, 0, 0, reasons.indexOf(reason));
  }

  /** Why the search should end, if it should. */
  get stopped(): Stopped | undefined {
    return reasons[Atomics.load(this.#stop, 0)];
  }

  write(standing: Standing): void {
    fields.forEach((field, at) => (this.#figures[at] = standing[field] ?? Number.NaN));
  }

  /** How far the search is; undefined before it has said so. */
  get standing(): Standing | undefined {
    const figures = Object.fromEntries(fields.map((field, at) => [field, this.#figures[at]!]));
    if (figures["passes"] === 0) return undefined;
    const { predicted, ...standing } = figures as unknown as Standing;
    return { ...standing, predicted: Number.isNaN(predicted) ? undefined : predicted };
  }
}
