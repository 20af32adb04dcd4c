import * as Effect from "effect/Effect";
import { Mistake } from "../../mistake.ts";
import { attackersLines, ExitCode, isAsPermitted } from "../../report/index.ts";
import { adversariesOf, openingsIn, type Task } from "../../search/index.ts";
import { attackTasks } from "../attack-tasks.ts";
import type { InternalError } from "../failure.ts";
import { onInterrupt } from "../interrupt.ts";
import { suggestion } from "../nearest.ts";
import { outputFor } from "../output.ts";
import { ProgressLine } from "../progress.ts";
import { mistakeOf } from "../project/blame.ts";
import { leavesOut, select, unattackedTask, validate, type Project } from "../project/index.ts";
import { asJson } from "../write-report.ts";
import { attempt, theProject } from "./attempt.ts";
import { Stop } from "./searching.ts";

export interface AttackersOptions {
  readonly scenarios: readonly string[];
  readonly protocol: string | undefined;
  /** Only this adversary; all, if left out. */
  readonly adversary: string | undefined;
  readonly workers: number;
  /** States of one search after which it stops. */
  readonly states: number;
  /** Seconds after which no more is searched. */
  readonly time: number | undefined;
  readonly json: boolean;
  readonly color: boolean | undefined;
}

/** Tells which adversary first breaks each promise, and which capabilities, grants and opt-ins it takes. */
export const attackersCommand = (
  options: AttackersOptions,
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.scoped(
    Effect.gen(function* () {
      const output = outputFor(options);
      const { adversary, states, workers, time } = options;
      const stop = new Stop();
      yield* onInterrupt(() => stop.interrupt());
      const project = yield* theProject;
      const attacked = yield* attempt(() => openTasks(project, options));
      if (attacked.length === 0) {
        output.err(
          "nothing is selected: what there is, is only sampled; name a scenario to visit its states all the same",
        );
        return ExitCode.nothing;
      }
      const mistakes = yield* attempt(() => validate(project, attacked));
      if (mistakes.length > 0) {
        output.err(mistakes.map(({ message }) => message).join("\n\n"));
        return ExitCode.usage;
      }
      const line = new ProgressLine(output, performance.now());
      const found = yield* attackTasks({
        cwd: process.cwd(),
        tasks: attacked,
        adversary,
        workers,
        states,
        began: (boards) => stop.heed(() => boards.stop("interrupted")),
        advanced: (boards, searches) => {
          const now = performance.now();
          if (time !== undefined && now / 1000 >= time) boards.stop("time");
          line.show(now, `${boards.done} of ${attacked.length} done; ${searches} searches`);
        },
        ended: (attackers) => {
          line.clear();
          output.told(...attackersLines(attackers, project.promises, output.style), "");
        },
      });
      line.clear();
      if (options.json)
        output.out(asJson({ schema: "sealcheck.attackers/1", attackers: found }).trimEnd());
      if (stop.interrupted) return ExitCode.interrupted;
      if (!found.every(isAsPermitted)) return ExitCode.broken;
      return found.some(({ stopped }) => stopped.length > 0) ? ExitCode.insufficient : ExitCode.ok;
    }),
  );

/** The selected tasks, without the adversaries that their scenarios name, in which somebody attacks or lets others in. */
const openTasks = (project: Project, options: AttackersOptions): readonly Task[] => {
  const selected = select(project, options);
  const tasks = selected
    .filter((task) => !leavesOut(project, options, task))
    .map((task) => unattackedTask(project, task));
  const { adversary } = options;
  const named = tasks.map((task) => ({
    task,
    names: blamed(task, () => adversariesOf(task).map(({ name }) => name)),
    opens: blamed(task, () => openingsIn(task).length > 0),
  }));
  const found = named.filter(({ names, opens }) =>
    adversary === undefined ? names.length > 0 || opens : names.includes(adversary),
  );
  if (found.length > 0 || tasks.length === 0) return found.map(({ task }) => task);
  throw new Mistake({
    what:
      adversary === undefined
        ? "nobody attacks here, and nobody lets others read"
        : `there is no adversary "${adversary}"`,
    why: suggestion(adversary ?? "", [...new Set(named.flatMap(({ names }) => names))]),
    todo: "declare one in a composition, or select other scenarios",
  });
};

const blamed = <T>(task: Task, make: () => T): T => {
  try {
    return make();
  } catch (error) {
    throw mistakeOf(error, task) ?? error;
  }
};
