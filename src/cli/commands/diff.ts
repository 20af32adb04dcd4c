import * as Effect from "effect/Effect";
import { differenceLines, differenceReport } from "../../gate/index.ts";
import { Mistake } from "../../mistake.ts";
import { ExitCode } from "../../report/index.ts";
import { differenceOf, type Task } from "../../search/index.ts";
import type { InternalError } from "../failure.ts";
import { outputFor } from "../output.ts";
import { select, type Project } from "../project/index.ts";
import { revisions } from "../revisions.ts";
import { asJson } from "../write-report.ts";
import { attempt, attemptAsync } from "./attempt.ts";

export interface DiffOptions {
  /** Two versions of the protocol by name, or two revisions of the repository. */
  readonly base: string;
  readonly head: string;
  readonly scenarios: readonly string[];
  /** States of each version in each scenario after which it is only sampled. */
  readonly states: number;
  readonly json: boolean;
  readonly color: boolean | undefined;
}

/** Tells what somebody can newly learn, keep or do under another version, and what has become better. */
export const diffCommand = (
  options: DiffOptions,
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.gen(function* () {
    const output = outputFor(options);
    const { base, head, scenarios, states } = options;
    const sides = yield* attemptAsync(() => revisions(process.cwd(), base, head));
    const report = yield* attempt(() => {
      const pairs = pairsOf(sides, options);
      const meanings = sides.head.meanings;
      if (!meanings) throw meaningless();
      if (pairs.length === 0) throw unplayed(base, head, scenarios);
      const found = pairs.map(([before, now]) => differenceOf(before, now, meanings, states));
      return differenceReport(base, head, found);
    });
    sides.end();
    output.told(...differenceLines(report, output.style));
    if (options.json) output.out(asJson(report).trimEnd());
    return report.improvement ? ExitCode.ok : ExitCode.broken;
  });

/** Scenarios that are played under both: under two protocols, or under each protocol that two revisions share. */
const pairsOf = (
  { base, head, same }: { base: Project; head: Project; same: boolean },
  options: DiffOptions,
): [Task, Task][] => {
  const { scenarios } = options;
  const of = (project: Project, protocol: string | undefined): Task[] =>
    select(project, { scenarios, protocol });
  if (!same)
    return of(head, undefined)
      .filter(({ protocol }) => head.versions.includes(protocol))
      .flatMap((now): [Task, Task][] => {
        const protocol = base.versions.find(({ name }) => name === now.protocol.name);
        // The same story under both: who plays it and how far it goes is the head's to say.
        return protocol ? [[{ ...now, protocol }, now]] : [];
      });
  const before = of(base, options.base);
  return of(head, options.head).flatMap((now): [Task, Task][] => {
    const twin = before.find(({ scenarioName }) => scenarioName === now.scenarioName);
    return twin ? [[twin, now]] : [];
  });
};

const meaningless = (): Mistake =>
  new Mistake({
    what: "the models do not say which facts are harms, duties or services",
    why: "versions are compared by what their facts mean to people, and only the models know",
    todo: "export meanings({ facts, chats }) of the vocabulary from a file of the models",
  });

const unplayed = (base: string, head: string, scenarios: readonly string[]): Mistake =>
  new Mistake({
    what: `no ${scenarios.length > 0 ? "selected " : ""}scenario is played under both ${base} and ${head}`,
    why: "versions are compared in the stories that both take part in",
    todo: "add both to the protocols of a scenario",
  });
