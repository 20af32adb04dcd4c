import * as Effect from "effect/Effect";
import { join } from "node:path";
import { Mistake } from "../../mistake.ts";
import { mutantsPage, teethOf, withTeeth } from "../../gate/index.ts";
import { effort, matrixOf, type Matrix } from "../../mutate/index.ts";
import {
  ExitCode,
  matrixExitCode,
  matrixLines,
  matrixMarkdown,
  mutantsHeaderLine,
} from "../../report/index.ts";
import { invariantsOf, type Task } from "../../search/index.ts";
import type { InternalError } from "../failure.ts";
import { fromFolder } from "../files.ts";
import { onInterrupt } from "../interrupt.ts";
import { MutantCache } from "../mutant-cache.ts";
import { outputFor } from "../output.ts";
import { pageWithMutants } from "../page/index.ts";
import { ProgressLine } from "../progress.ts";
import {
  loadMutants,
  saidHash,
  tasksOf,
  unknown,
  validate,
  type Project,
} from "../project/index.ts";
import { declaredHash, teethIn, writeTeeth } from "../teeth-file.ts";
import { tryMutants } from "../try-mutants.ts";
import { version } from "../version.ts";
import { asJson, writeFileIn } from "../write-report.ts";
import { attempt, attemptAsync, theProject } from "./attempt.ts";
import { Stop } from "./searching.ts";

export interface MutateOptions {
  /** Parts of names of mutants; all, if there are none. */
  readonly mutants: readonly string[];
  readonly protocol: string | undefined;
  readonly workers: number;
  /** Seconds after which no more mutants are tried. */
  readonly time: number;
  readonly json: boolean;
  readonly color: boolean | undefined;
}

/** Breaks a protocol in many small ways, and tells which of them its promises notice. */
export const mutateCommand = (
  options: MutateOptions,
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.scoped(
    Effect.gen(function* () {
      const output = outputFor(options);
      const stop = new Stop();
      yield* onInterrupt(() => stop.interrupt());
      const project = yield* theProject;
      const protocol = yield* attempt(() => protocolOf(project, options.protocol));
      const tasks = tasksOf(project).filter((task) => task.protocol.name === protocol);
      const mistakes = yield* attempt(() => validate(project, tasks));
      if (mistakes.length > 0) {
        output.err(mistakes.map(({ message }) => message).join("\n\n"));
        return ExitCode.usage;
      }
      const mutants = yield* attemptAsync(() => loadMutants(project.folders));
      const { workers, mutants: wanted } = options;
      output.told(mutantsHeaderLine({ version, protocol, workers }, output.style));
      const line = new ProgressLine(output, performance.now());
      const cache = new MutantCache(project, mutants, protocol);
      const { verdicts, untried, unasked, broken } = yield* tryMutants({
        cwd: process.cwd(),
        protocol,
        workers,
        cache,
        selects: (name) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
        goesOn: (done, of) => {
          const now = performance.now();
          line.show(now, `${done} of ${of} mutants`);
          return !stop.interrupted && now / 1000 < options.time;
        },
      });
      line.clear();
      if (verdicts.length === 0 && untried.length === 0) {
        output.err(`nothing is selected: no mutant of ${protocol} has a name like that`);
        return ExitCode.nothing;
      }
      yield* attempt(() => cache.save());
      const isWhole = wanted.length === 0;
      const about = {
        protocol,
        models: saidHash(project.folders),
        declared: declaredHash(project.folders),
        effort,
        complete: untried.length === 0 && isWhole,
        untried,
        unasked: isWhole ? unasked : [],
        broken,
      };
      const { promises } = project;
      const told = matrixOf(about, verdicts, promises, applicableTo(tasks), mutants.accepted);
      const { text, page } = yield* attemptAsync(() => written(project, told));
      output.told(...matrixLines(told, output.style));
      output.told(`report: ${here(page)} (Mutants), as text ${here(text)}`);
      if (options.json) output.out(asJson(told).trimEnd());
      return matrixExitCode(told, stop.interrupted);
    }),
  );

const here = (file: string): string => fromFolder(process.cwd(), file);

/** Writes what mutants have shown as data, as text, and on the page of the last run; answers where the latter are. */
const written = async (
  project: Project,
  matrix: Matrix,
): Promise<{ readonly text: string; readonly page: string }> => {
  const { reports } = project.folders;
  const folder = join(reports, "latest");
  writeFileIn(folder, "mutants.json", asJson(matrix));
  const text = writeFileIn(folder, "mutants.md", matrixMarkdown(matrix));
  const known = withTeeth(teethIn(reports), matrix.protocol, teethOf(matrix));
  // The gate goes by it, so only if it is about all mutants of the version together.
  if (matrix.complete) writeTeeth(reports, known);
  return { text, page: await pageWithMutants(project, folder, mutantsPage(known, matrix)) };
};

/** The protocol that is asked for; or else the only version that no scenario expects to break anything. */
const protocolOf = ({ protocols, versions, scenarios }: Project, asked?: string): string => {
  const names = protocols.map(({ name }) => name);
  if (asked !== undefined) {
    if (!names.includes(asked)) throw unknown("protocol", asked, names);
    return asked;
  }
  const sound = versions
    .map(({ name }) => name)
    .filter((name) =>
      scenarios.every(({ scenario: { expects } }) =>
        Object.values(expects[name] ?? {}).every((one) => one.expects !== "breaks"),
      ),
    );
  if (sound.length === 1) return sound[0]!;
  throw new Mistake({
    what: "it is not clear which protocol is to be broken",
    why: `no scenario expects anything to break under ${sound.join(" and ") || "none of them"}`,
    todo: "name one: --protocol …",
  });
};

/** Invariants that are judged where the protocol is played and can come up there. */
const applicableTo = (tasks: readonly Task[]): ReadonlySet<string> => {
  const { notApplicable } = tasks[0]!.protocol;
  return new Set(
    invariantsOf([...new Set(tasks.flatMap(({ promises }) => promises))])
      // What two runs show is no matter of one story, and mutants are tried by single stories.
      .filter(({ id, pattern }) => !(id in notApplicable) && pattern !== "indistinguishable")
      .map(({ id }) => id),
  );
};
