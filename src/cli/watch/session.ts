import { Worker } from "node:worker_threads";
import type { Style } from "../../report/index.ts";
import { fromFolder, textIn, writeWhole } from "../files.ts";
import { opened, sealed } from "../sealed-text.ts";
import { Changes } from "./changes.ts";
import type { Asked, Heard, RerunStart } from "./messages.ts";

/** The built file lies beside this one's chunk; in the sources it is the source. */
const script = new URL(
  import.meta.url.endsWith(".ts") ? "./rerun.ts" : "./rerun.js",
  import.meta.url,
);

/** What watching needs of its surroundings. */
interface Surroundings {
  readonly folders: readonly string[];
  /** The file that keeps how long tasks take, for the next time that somebody watches. */
  readonly kept: string;
  readonly start: RerunStart;
  readonly style: Style;
  readonly told: (...lines: readonly string[]) => void;
}

/** What became of the tasks of a round so far. */
interface Round {
  readonly began: number;
  first: number | undefined;
  readonly counts: { passed: number; failed: number; insufficient: number; skipped: number };
}

/**
 * Watches a project and runs what a change touches, each time on a thread of its own. A change that comes in between
 * ends the round that is under way; what that had left to do is done by the next.
 */
export class Session {
  readonly #with: Surroundings;
  readonly #changes: Changes;
  readonly #seconds: Record<string, number>;
  /** Changed since a round was last done; the newest last. */
  readonly #pending = new Set<string>();
  #worker: Worker | undefined;
  /** A thread that has started and loaded nothing of the project: starting one takes its time. */
  #spare: Worker | undefined;

  constructor(surroundings: Surroundings) {
    this.#with = surroundings;
    this.#seconds = (opened(keptOf, textIn(surroundings.kept)) ?? {}) as Record<string, number>;
    this.#changes = new Changes(surroundings.folders, (changed) => this.#changed(changed));
    this.#begin([]);
  }

  /** Ends everything that is under way. */
  async end(): Promise<void> {
    this.#changes.end();
    const threads = [this.#worker, this.#spare];
    this.#worker = this.#spare = undefined;
    await Promise.all(threads.map(async (thread) => thread?.terminate()));
  }

  #changed(changed: readonly string[]): void {
    const { told, style, start } = this.#with;
    for (const path of changed) this.#pending.add(path);
    const names = changed.map((path) => fromFolder(start.cwd, path));
    told("", style.bold(`${listedAtMost(names)} changed`));
    void this.#worker?.terminate();
    this.#begin([...this.#pending]);
  }

  #begin(changed: readonly string[]): void {
    const worker = this.#spare ?? this.#thread();
    this.#spare = undefined;
    this.#worker = worker;
    const counts = { passed: 0, failed: 0, insufficient: 0, skipped: 0 };
    const round: Round = { began: performance.now(), first: undefined, counts };
    worker.on("message", (heard: Heard) => {
      if (worker === this.#worker) this.#heard(heard, round);
    });
    worker.on("error", (error) => this.#over(worker, [error.stack ?? error.message]));
    worker.on("exit", () => this.#over(worker, neverLoaded));
    const asked: Asked = { changed, seconds: this.#seconds };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(asked);
  }

  #heard(heard: Heard, round: Round): void {
    const { told, style } = this.#with;
    if (heard.kind === "began") {
      const { touched, of } = heard;
      if (this.#pending.size > 0) told(`${touched} of ${of} tasks are touched`);
    } else if (heard.kind === "task") {
      round.first ??= performance.now();
      // Whoever saves again before all is done must not wait for a thread.
      this.#spare ??= this.#thread();
      round.counts[heard.status]++;
      this.#seconds[heard.key] = heard.seconds;
      told(...heard.lines);
    } else if (heard.kind === "mistaken") this.#over(this.#worker!, heard.lines);
    else {
      if (round.first !== undefined) told(style.dim(timesOf(round)), tallyOf(round));
      this.#pending.clear();
      writeWhole(this.#with.kept, sealed(keptOf, this.#seconds));
      this.#rest();
    }
  }

  /** A round could not be made. What has changed stays pending, for the next change may mend it. */
  #over(worker: Worker, lines: readonly string[]): void {
    if (worker !== this.#worker) return;
    this.#with.told(...lines);
    this.#rest();
  }

  #rest(): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
    this.#spare ??= this.#thread();
    this.#with.told(`watching ${this.#changes.files} files; Ctrl-C ends it`);
  }

  #thread(): Worker {
    return new Worker(script, { workerData: this.#with.start });
  }
}

const keptOf = "seconds of tasks";

const neverLoaded = [
  "a model or a scenario does not finish loading: it ends the process, or waits for what never comes",
];

const listedAtMost = (names: readonly string[]): string =>
  names.length > 3
    ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`
    : names.join(", ");

const timesOf = ({ began, first }: Round): string => {
  const after = (moment: number): string => `${((moment - began) / 1000).toFixed(1)} s`;
  return `first verdict after ${after(first!)}, all after ${after(performance.now())}`;
};

const tallyOf = ({ counts }: Round): string =>
  [
    `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
    ...(counts.insufficient > 0 ? [`${counts.insufficient} insufficient`] : []),
  ].join(", ");
