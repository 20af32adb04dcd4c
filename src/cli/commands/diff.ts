import { join } from "node:path";
import * as Effect from "effect/Effect";
import { differenceLines, differenceReport } from "../../gate/index.ts";
import { Mistake } from "../../mistake.ts";
import { ExitCode, type DifferenceReport } from "../../report/index.ts";
import { differenceOf, type Task } from "../../search/index.ts";
import type { InternalError } from "../failure.ts";
import { fromFolder } from "../files.ts";
import { nothingSearched } from "../nothing-searched.ts";
import { outputFor } from "../output.ts";
import { differencePage, writePage } from "../page/index.ts";
import { foldersOf } from "../project/config.ts";
import { select, type Project } from "../project/index.ts";
import { revisions, type Sides } from "../revisions.ts";
import { asJson, writeFileIn } from "../write-report.ts";
import { attemptAsync } from "./attempt.ts";

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
    const sides = yield* attemptAsync(() => revisions(process.cwd(), options.base, options.head));
    const [report, page] = yield* attemptAsync(() => compared(sides, options)).pipe(
      Effect.ensuring(Effect.sync(sides.end)),
    );
    output.told(...differenceLines(report, output.style));
    output.told(`report: ${fromFolder(process.cwd(), page)}`);
    if (options.json) output.out(asJson(report).trimEnd());
    return report.improvement ? ExitCode.ok : ExitCode.broken;
  });

/** Compares, and writes the page of it into the project as it is here, whatever was checked out. */
const compared = async (
  { base, head, same }: Sides,
  options: DiffOptions,
): Promise<[DifferenceReport, page: string]> => {
  const pairs = pairsOf({ base, head, same }, options);
  const { meanings } = head;
  if (!meanings) throw meaningless();
  if (pairs.length === 0) throw unplayed(options.base, options.head, options.scenarios);
  const report = differenceReport(
    options.base,
    options.head,
    pairs.map(([before, now]) => differenceOf(before, now, meanings, options.states)),
  );
  const folder = join(foldersOf(process.cwd()).reports, "difference");
  writeFileIn(folder, "run.json", asJson(nothingSearched(head)));
  const difference = await differencePage(report, { head, base: same ? undefined : base, pairs });
  return [report, await writePage(head, folder, { difference })];
};

/** Scenarios that are played under both: under two protocols, or under each protocol that two revisions share. */
const pairsOf = (
  { base, head, same }: Pick<Sides, "base" | "head" | "same">,
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
