import * as Effect from "effect/Effect";
import { Mistake } from "../../mistake.ts";
import {
  aboutOf,
  buildReport,
  ExitCode,
  exitCodeOf,
  headerLine,
  lastLine,
  summaryLines,
  tableWarnings,
  taskLines,
  taskOf,
  type RunReport,
  type Telemetry,
} from "../../report/index.ts";
import type { Task } from "../../search/index.ts";
import type { InternalError } from "../failure.ts";
import { fromFolder } from "../files.ts";
import { onInterrupt } from "../interrupt.ts";
import { outputFor, type Output } from "../output.ts";
import { ProgressLine } from "../progress.ts";
import { modelHash, select, tasksOf, validate, type Project } from "../project/index.ts";
import type { Schedule } from "../schedule.ts";
import { searchTasks, type Searched } from "../search-tasks.ts";
import { version } from "../version.ts";
import { asJson, writeReport } from "../write-report.ts";
import { attempt, theProject } from "./attempt.ts";

export interface RunOptions {
  readonly scenarios: readonly string[];
  readonly protocol: string | undefined;
  readonly runs: number;
  /** Seconds after which no more chunks are begun. */
  readonly time: number | undefined;
  readonly seed: number;
  readonly workers: number;
  readonly json: boolean;
  readonly color: boolean | undefined;
}

type Answer = Effect.Effect<ExitCode, Mistake | InternalError>;

/** Searches the selected tasks for stories that break a promise, and reports what was found. */
export const runCommand = (options: RunOptions): Answer =>
  Effect.scoped(
    Effect.gen(function* () {
      const output = outputFor(options);
      const stop = new Stop();
      yield* onInterrupt(() => stop.interrupt());
      const project = yield* theProject;
      const tasks = yield* attempt(() => select(project, options));
      if (tasks.length === 0) {
        output.err("nothing is selected: no selected scenario is played under that protocol");
        return ExitCode.nothing;
      }
      const mistakes = yield* attempt(() => validate(project, tasks));
      if (mistakes.length > 0) {
        output.err(mistakes.map(({ message }) => message).join("\n\n"));
        return ExitCode.usage;
      }
      const whole = tasks.length === tasksOf(project).length;
      const searched = yield* searchAndShow(options, tasks, output, stop);
      const run = yield* attempt(() => reportOf(options, project, searched, whole));
      const telemetry = telemetryOf(searched, options.workers, performance.now() / 1000);
      const file = yield* attempt(() => writeReport(project.folders.reports, run, telemetry));
      tell(run, telemetry, fromFolder(process.cwd(), file), options, output);
      return exitCodeOf(run, stop.interrupted);
    }),
  );

/** Ends a search early: for somebody who interrupts, or because time is up. */
class Stop {
  interrupted = false;
  #schedule: Schedule<Task> | undefined;

  interrupt(): void {
    this.interrupted = true;
    this.#schedule?.stop();
  }

  watch(schedule: Schedule<Task>): void {
    this.#schedule = schedule;
    if (this.interrupted) schedule.stop();
  }
}

const searchAndShow = (
  { seed, runs, time, workers }: RunOptions,
  tasks: readonly Task[],
  output: Output,
  stop: Stop,
) =>
  Effect.gen(function* () {
    const { style, told } = output;
    const columns = Math.max(
      ...tasks.map(({ scenarioName, protocol }) => scenarioName.length + 2 + protocol.name.length),
    );
    told(headerLine({ version, seed, workers }, style));
    const began = performance.now();
    const line = new ProgressLine(output, began);
    let schedule: Schedule<Task> | undefined;
    let moves = 0;
    const searched = yield* searchTasks({
      cwd: process.cwd(),
      tasks,
      seed,
      runs,
      workers,
      began: (made) => stop.watch((schedule = made)),
      advanced: (made) => {
        moves += made;
        const [done, of] = schedule!.done;
        const now = performance.now();
        const seconds = (now - began) / 1000;
        if (time !== undefined && seconds >= time) schedule!.stop();
        line.show(now, { done, of, moves, seconds });
      },
      ended: ({ material, telemetry }) => {
        line.clear();
        const { promises } = tasks[0]!;
        const invariants = new Map(
          promises.flatMap((each) => each.invariants.map((one) => [one.id, one])),
        );
        const task = taskOf(material, invariants, aboutOf(material.scenario.about, promises));
        told(...taskLines(task, telemetry.seconds, columns, style));
      },
    });
    line.clear();
    return searched;
  });

const reportOf = (
  { seed, runs }: RunOptions,
  project: Project,
  searched: readonly Searched[],
  whole: boolean,
): RunReport =>
  buildReport({
    version,
    seed,
    runs,
    whole,
    modelHash: modelHash(project),
    promises: project.promises,
    versions: new Set(project.versions.map(({ name }) => name)),
    ledger: project.ledger,
    tasks: searched.map(({ material }) => material),
  });

const telemetryOf = (
  searched: readonly Searched[],
  workers: number,
  wallSeconds: number,
): Telemetry => {
  const { user, system } = process.cpuUsage();
  const moves = searched.reduce((sum, { material }) => sum + material.outcome.moves, 0);
  const tasks = searched.map(({ telemetry }) => telemetry);
  return {
    schema: "sealcheck.telemetry/1",
    workers,
    wallSeconds,
    cpuSeconds: (user + system) / 1e6,
    moves,
    movesPerSecond: Math.round(moves / wallSeconds),
    tasks,
    warnings: tasks.flatMap(({ scenario, protocol, tables }) =>
      tableWarnings(scenario, protocol, tables),
    ),
  };
};

const tell = (
  run: RunReport,
  telemetry: Telemetry,
  file: string,
  { json }: RunOptions,
  { told, out, style }: Output,
): void => {
  told(...summaryLines(run, telemetry, file, style), lastLine(run));
  if (json) out(asJson(run).trimEnd());
};
