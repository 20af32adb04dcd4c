import * as Effect from "effect/Effect";
import { join } from "node:path";
import { accept, type Accepting } from "../../gate/index.ts";
import { Mistake } from "../../mistake.ts";
import { ExitCode, type RunReport } from "../../report/index.ts";
import { acceptedIn, writeAccepted } from "../accepted-file.ts";
import { dayOf } from "../day.ts";
import type { InternalError } from "../failure.ts";
import { fromFolder, textIn } from "../files.ts";
import { outputFor } from "../output.ts";
import { modelHash, unknown, type Project } from "../project/index.ts";
import { attempt, theProject } from "./attempt.ts";

export interface AcceptOptions extends Omit<Accepting, "today"> {
  readonly date: string | undefined;
}

/** Accepts what the gate found last, in somebody's name and for a reason. */
export const acceptCommand = (
  options: AcceptOptions,
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.gen(function* () {
    yield* attempt(() => mustBeAPerson(process.env, options.by));
    const today = yield* attempt(() => dayOf(options.date));
    const project = yield* theProject;
    const { file, what } = yield* attempt(() => {
      mustKnow(project, options.only);
      const { reports } = project.folders;
      const { expires } = options;
      const until = expires === undefined ? undefined : dayOf(expires, "--expires");
      const accepting = { ...options, expires: until, today };
      const accepted = accept(acceptedIn(reports), lastRun(project), accepting);
      return { file: writeAccepted(reports, accepted), what: accepted.log.at(-1)!.what };
    });
    outputFor({ json: false }).told(
      `accepted on ${today} by ${options.by}:`,
      ...what.map((each) => `  ${each}`),
      `commit ${fromFolder(process.cwd(), file)}`,
    );
    return ExitCode.ok;
  });

/** A robot that accepts what it found has looked at nothing. */
const mustBeAPerson = (env: NodeJS.ProcessEnv, by: string): void => {
  if (env["CI"] !== undefined && env["CI"] !== "" && env["CI"] !== "false")
    throw new Mistake({
      what: "nothing can be accepted in CI",
      why: "an acceptance says that somebody looked at a change and answers for it",
      todo: "run sealcheck gate and sealcheck accept on your own machine, and commit the file",
    });
  if (by.trim() === "")
    throw new Mistake({
      what: "--by is empty",
      why: "an acceptance names who answers for it",
      todo: 'give your name, for example --by "Ana"',
    });
};

const mustKnow = ({ promises }: Project, only: readonly string[]): void => {
  const known = promises.flatMap(({ id, invariants }) => [id, ...invariants.map((one) => one.id)]);
  for (const id of only) if (!known.includes(id)) throw unknown("promise or invariant", id, known);
};

/** The report of the last gate. Throws a {@link Mistake} where there is none, or one of other models. */
const lastRun = (project: Project): RunReport => {
  const file = join(project.folders.reports, "latest/run.json");
  const run = JSON.parse(textIn(file) ?? "null") as RunReport | null;
  const refuse = (what: string): never => {
    throw new Mistake({
      what,
      why: "what is accepted is what the gate found last, in these very models",
      todo: "run sealcheck gate, read what it says, and accept then",
    });
  };
  if (!run) return refuse("there is no report to accept");
  if (!run.causes || run.partial)
    return refuse("the last report does not have every cause of every break");
  if (run.modelHash !== modelHash(project))
    return refuse("models or scenarios have changed since the last report");
  return run;
};
