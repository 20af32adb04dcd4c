import * as Effect from "effect/Effect";
import { Mistake } from "../../mistake.ts";
import { attackersLines, ExitCode, isAsPermitted } from "../../report/index.ts";
import { adversariesOf, attackersOf, type Attackers, type Task } from "../../search/index.ts";
import type { InternalError } from "../failure.ts";
import { suggestion } from "../nearest.ts";
import { outputFor } from "../output.ts";
import { mistakeOf } from "../project/blame.ts";
import { select, unattackedTask, validate } from "../project/index.ts";
import { asJson } from "../write-report.ts";
import { attempt, theProject } from "./attempt.ts";

export interface AttackersOptions {
  readonly scenarios: readonly string[];
  readonly protocol: string | undefined;
  /** Only this adversary; all, if left out. */
  readonly adversary: string | undefined;
  /** States of one search after which it stops. */
  readonly states: number;
  readonly json: boolean;
  readonly color: boolean | undefined;
}

/** Tells which adversary first breaks each promise, and which of their powers it takes. */
export const attackersCommand = (
  options: AttackersOptions,
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.gen(function* () {
    const output = outputFor(options);
    const { adversary, states } = options;
    const project = yield* theProject;
    const tasks = yield* attempt(() =>
      select(project, options).map((task) => unattackedTask(project, task)),
    );
    const attacked = yield* attempt(() => withAdversaries(tasks, adversary));
    const mistakes = yield* attempt(() => validate(project, attacked));
    if (mistakes.length > 0) {
      output.err(mistakes.map(({ message }) => message).join("\n\n"));
      return ExitCode.usage;
    }
    const all: Attackers[] = [];
    for (const task of attacked) {
      const found = yield* attempt(() =>
        blamed(task, () => attackersOf(task, { states, only: adversary })),
      );
      all.push(found);
      output.told(...attackersLines(found, project.promises, output.style), "");
    }
    if (options.json) output.out(asJson(all).trimEnd());
    if (!all.every(isAsPermitted)) return ExitCode.broken;
    return all.some(({ stopped }) => stopped.length > 0) ? ExitCode.insufficient : ExitCode.ok;
  });

/** Those of the tasks that an adversary attacks. Throws a {@link Mistake} if there are none. */
const withAdversaries = (
  tasks: readonly Task[],
  adversary: string | undefined,
): readonly Task[] => {
  const named = tasks.map((task) => ({
    task,
    names: blamed(task, () => adversariesOf(task).map(({ name }) => name)),
  }));
  const found = named.filter(({ names }) =>
    adversary === undefined ? names.length > 0 : names.includes(adversary),
  );
  if (found.length > 0) return found.map(({ task }) => task);
  throw new Mistake({
    what: adversary === undefined ? "nobody attacks here" : `there is no adversary "${adversary}"`,
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
