import * as Effect from "effect/Effect";
import type { Scope } from "effect/Scope";
import { Mistake } from "../../mistake.ts";
import {
  aboutOf,
  buildReport,
  ExitCode,
  exitCodeOf,
  lastLine,
  summaryLines,
  tableWarnings,
  taskLines,
  taskOf,
  type GatePage,
  type RunReport,
  type Telemetry,
} from "../../report/index.ts";
import type { Task } from "../../search/index.ts";
import type { InternalError } from "../failure.ts";
import { changesSince } from "../changed-lines.ts";
import { fromFolder } from "../files.ts";
import { foundBefore, keepFound, type FoundBefore } from "../found-before.ts";
import { foundLines } from "../found-lines.ts";
import { belowRepository, writeFormats, type FormatFiles } from "../format-files.ts";
import { asExpected, type Showing } from "../../report/formats/index.ts";
import { onInterrupt } from "../interrupt.ts";
import { itfLine, mustNameItfFiles, writeItf } from "../itf-files.ts";
import { outputFor, type Output } from "../output.ts";
import { mutantsOf, pageIn, writePage } from "../page/index.ts";
import { ProgressLine } from "../progress.ts";
import {
  attackAll,
  leavesOut,
  modelHash,
  nameOf,
  select,
  tasksOf,
  validate,
  wordsOf,
  type Project,
  type Skipped,
} from "../project/index.ts";
import type { Searched } from "../search-tasks.ts";
import { inShard, writeShard, type Shard } from "../shards.ts";
import { version } from "../version.ts";
import { asJson, writeReport } from "../write-report.ts";
import { attempt, attemptAsync, theProject } from "./attempt.ts";

/** What every command that searches is asked for. */
export interface SearchOptions {
  readonly scenarios: readonly string[];
  readonly protocol: string | undefined;
  /** The adversary to switch on. */
  readonly adversary: string | undefined;
  readonly workers: number;
  /** The file or files for traces in ITF. */
  readonly itf: string | undefined;
  /** Other formats that the run is written in. */
  readonly formats: FormatFiles;
  readonly json: boolean;
  readonly color: boolean | undefined;
  /** Of the random part; 0 where there is none. */
  readonly seed: number;
  readonly runs: number;
  /** Whether scenarios that are only sampled are left out, unless they are named. */
  readonly visiting: boolean;
  /** Whether every cause of a break is asked for, instead of one of each kind of break. */
  readonly causes?: boolean;
  /** Whether variants, made for single scenarios, are left out. */
  readonly versionsOnly?: boolean;
  /** The part of the search that is made here, if it is split. */
  readonly shard?: Shard | undefined;
  /** Whether scenarios that look for no attack are left out. */
  readonly attacksOnly?: boolean;
}

/** What a search works with. */
export interface Searching {
  readonly project: Project;
  readonly tasks: readonly Task[];
  readonly output: Output;
  readonly stop: Stop;
  readonly line: ProgressLine;
  /** What earlier runs found, made again. */
  readonly found: readonly FoundBefore[];
  /** To be called whenever all of a task is done: shows its line. */
  readonly ended: (searched: Searched) => void;
}

type Failing = Mistake | InternalError;

/** Ends a search early, for somebody who interrupts it. */
export class Stop {
  interrupted = false;
  readonly #heeding: (() => void)[] = [];

  interrupt(): void {
    this.interrupted = true;
    for (const heed of this.#heeding) heed();
  }

  /** Calls back once somebody interrupts, or at once if that has happened. */
  heed(stop: () => void): void {
    this.#heeding.push(stop);
    if (this.interrupted) stop();
  }
}

/** What a command says of a search that has ended. */
export interface Concluded {
  readonly lines: readonly string[];
  /** The plain line that everything ends with. */
  readonly last: string;
  readonly code: ExitCode;
  /** What is printed as JSON, if that is asked for; the report of the run, if left out. */
  readonly json?: unknown;
  /** What other formats show. */
  readonly showing: Showing;
  /** What the gate says, if it was asked. */
  readonly gate?: GatePage;
}

/** Makes up what is to be said, once the report is written. */
export type Conclusion = (
  run: RunReport,
  searching: Pick<Searching, "project" | "output" | "stop"> & {
    readonly telemetry: Telemetry;
    readonly reportFile: string;
  },
) => Concluded;

/** What broke, what was not put to the test, and the exit code that scenarios ask for. */
const summarised: Conclusion = (run, { output: { style }, stop, telemetry, reportFile }) => ({
  lines: summaryLines(run, telemetry, reportFile, style),
  last: lastLine(run),
  code: exitCodeOf(run, stop.interrupted),
  showing: asExpected(run),
});

/** Searches the selected tasks for stories that break a promise, and reports what was found. */
export const searchAndReport = (
  options: SearchOptions,
  search: (searching: Searching) => Effect.Effect<readonly Searched[], Failing, Scope>,
  conclude: Conclusion = summarised,
): Effect.Effect<ExitCode, Failing> =>
  Effect.scoped(
    Effect.gen(function* () {
      const output = outputFor(options);
      const stop = new Stop();
      const { itf, adversary } = options;
      if (itf !== undefined) yield* attempt(() => mustNameItfFiles(itf));
      yield* onInterrupt(() => stop.interrupt());
      const project = yield* theProject;
      const { tasks: selected, without } = yield* attempt(() => chosen(options, project));
      if (without.length > 0) output.err(...skippedFor(adversary!, without));
      const leftOut = selected.filter(
        (task) => options.visiting && leavesOut(project, options, task),
      );
      const all = selected.filter((task) => !leftOut.includes(task));
      const tasks = options.shard ? inShard(all, options.shard) : all;
      // Of few tasks, one of many shards may have none; it says so, so that the others can be merged with it.
      if (all.length === 0) {
        if (without.length === 0 || leftOut.length > 0) output.err(nothingSelected(leftOut));
        return ExitCode.nothing;
      }
      const mistakes = yield* attempt(() => validate(project, tasks));
      if (mistakes.length > 0) {
        output.err(mistakes.map(({ message }) => message).join("\n\n"));
        return ExitCode.usage;
      }
      // Before minutes of searching: a revision that is not there is known at once.
      yield* attempt(() => changesAsked(options.formats, project));
      const whole = adversary === undefined && selected.length === tasksOf(project).length;
      const line = new ProgressLine(output, performance.now());
      const ended = endingOf(project, tasks, line, output);
      const found = yield* attempt(() => foundBefore(project.folders.reports, tasks));
      output.told(...foundLines(found, output.style));
      const searching = { project, tasks, output, stop, line, ended, found };
      const searched = tasks.length === 0 ? [] : yield* search(searching);
      line.clear();
      const { shard, seed, runs } = options;
      if (shard) {
        const selected = all.map(nameOf);
        const of = { shard, version, modelHash: modelHash(project), seed, runs, whole, selected };
        const file = yield* attempt(() => writeShard(project.folders.reports, of, searched));
        output.told(`shard: ${fromFolder(process.cwd(), file)}`);
        return stop.interrupted ? ExitCode.interrupted : ExitCode.ok;
      }
      return yield* reported(
        options,
        { project, output, stop },
        { searched, leftOut, whole, found },
        conclude,
      );
    }),
  );

/** What was searched, and what belonged to it. */
interface Found {
  readonly searched: readonly Searched[];
  readonly leftOut: readonly Task[];
  readonly whole: boolean;
  /** What earlier runs found, made again. */
  readonly found?: readonly FoundBefore[];
}

/** Writes the report of what was searched, and says what there is to say. */
export const reported = (
  options: Pick<SearchOptions, "seed" | "runs" | "causes" | "workers" | "itf" | "formats" | "json">,
  { project, output, stop }: Pick<Searching, "project" | "output" | "stop">,
  found: Found,
  conclude: Conclusion = summarised,
): Effect.Effect<ExitCode, Failing> =>
  Effect.gen(function* () {
    const { searched } = found;
    const { itf } = options;
    const run = yield* attempt(() => reportOf(options, project, found));
    const telemetry = telemetryOf(searched, options.workers, performance.now() / 1000);
    const { reports } = project.folders;
    const folder = yield* attempt(() => writeReport(reports, run, telemetry));
    yield* attempt(() => keepFound(reports, run, found.found ?? []));
    const { told, out } = output;
    const reportFile = fromFolder(process.cwd(), pageIn(folder));
    const concluding = { project, output, stop, telemetry, reportFile };
    const concluded = yield* attempt(() => conclude(run, concluding));
    const { lines, last, code, json = run, gate } = concluded;
    const changed = yield* attempt(() => changesAsked(options.formats, project));
    const below = belowRepository(process.env, project.folders.project);
    const showing = { ...concluded.showing, changed, below };
    const mutants = yield* attempt(() => mutantsOrNone(project, run, output));
    yield* attemptAsync(() => writePage(project, folder, { gate, mutants }));
    told(...lines);
    told(...(yield* attempt(() => writeFormats(options.formats, showing, process.env, told))));
    if (itf !== undefined) told(itfLine(yield* attempt(() => writeItf(itf, run)), run));
    told(last);
    if (options.json) out(asJson(json).trimEnd());
    return code;
  });

/** What is known of mutants; a file that says nothing is told, and keeps nobody from the report. */
const mutantsOrNone = ({ folders }: Project, { modelHash: models }: RunReport, { err }: Output) => {
  try {
    return mutantsOf(folders, models);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    err(error.message);
    return undefined;
  }
};

/** What the options select, with the adversary switched on that they name. */
const chosen = (
  options: SearchOptions,
  project: Project,
): { readonly tasks: readonly Task[]; readonly without: readonly Skipped[] } => {
  const tasks = select(project, options).filter(
    ({ protocol, scenario }) =>
      (!options.versionsOnly || project.versions.includes(protocol)) &&
      (!options.attacksOnly || scenario.attack !== undefined),
  );
  const { adversary } = options;
  return adversary === undefined || tasks.length === 0
    ? { tasks, without: [] }
    : attackAll(project, tasks, adversary);
};

const changesAsked = ({ since }: FormatFiles, project: Project): Showing["changed"] =>
  since === undefined ? undefined : changesSince(project, since);

/** A line for each reason why an adversary does not attack. */
const skippedFor = (adversary: string, skipped: readonly Skipped[]): string[] =>
  [...Map.groupBy(skipped, ({ because }) => because)].map(([because, those]) => {
    const names = (of: (task: Task) => string): string =>
      [...new Set(those.map(({ task }) => of(task)))].toSorted().join(", ");
    return because === undefined
      ? `skipped ${those.length}: no adversary "${adversary}" is declared by ${names(({ protocol }) => protocol.name)}`
      : `skipped ${those.length}: ${adversary} has nothing to do in ${names(({ scenarioName }) => scenarioName)}: ${because}`;
  });

const nothingSelected = (leftOut: readonly Task[]): string =>
  leftOut.length === 0
    ? "nothing is selected: no selected scenario is played under that protocol"
    : "nothing is selected: what there is, is only sampled; name a scenario to visit its states all the same";

const endingOf = (
  { promises }: Project,
  tasks: readonly Task[],
  line: ProgressLine,
  { told, style }: Output,
): Searching["ended"] => {
  const columns = Math.max(
    ...tasks.map(({ scenarioName, protocol }) => scenarioName.length + 2 + protocol.name.length),
  );
  const invariants = new Map(
    promises.flatMap((each) => each.invariants.map((one) => [one.id, one])),
  );
  return ({ material, telemetry }) => {
    line.clear();
    const task = taskOf(material, invariants, aboutOf(material.scenario.about, promises));
    told(...taskLines(task, telemetry, columns, style));
  };
};

/** The report of what was searched. */
export const reportOf = (
  { seed, runs, causes = false }: Pick<SearchOptions, "seed" | "runs" | "causes">,
  project: Project,
  { searched, leftOut, whole }: Found,
): RunReport =>
  buildReport({
    version,
    seed,
    runs,
    causes,
    whole,
    modelHash: modelHash(project),
    folder: project.folders.project,
    sourceOf: wordsOf(),
    promises: project.promises,
    versions: new Set(project.versions.map(({ name }) => name)),
    ledger: project.ledger,
    tasks: searched.map(({ material }) => material),
    leftOut,
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
