import { globSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { RunReport } from "../report/index.ts";
import { replayTrace, type Task, type TraceName } from "../search/index.ts";
import { textIn } from "./files.ts";
import { asJson, writeFileIn } from "./write-report.ts";

/** A story that broke a promise in an earlier run although nobody expected it, and what has become of it. */
export interface FoundBefore {
  readonly trace: TraceName;
  readonly task: Task;
  readonly file: string;
  /** Whether it breaks its promise again; or a move of it is not possible any more. */
  readonly now: "breaks again" | "does not break it any more" | "is not possible any more";
  /** Whether a random search can try it: it is one run, and it has an end. */
  readonly plain: boolean;
}

const folderIn = (reports: string): string => join(reports, "found");

/**
 * Makes the stories again that an earlier run kept, as far as they belong to these tasks: before anything is searched,
 * so that what was broken before is known first.
 */
export const foundBefore = (reports: string, tasks: readonly Task[]): readonly FoundBefore[] => {
  const folder = folderIn(reports);
  return globSync("**/*.json", { cwd: folder })
    .toSorted()
    .flatMap((name) => {
      const file = join(folder, name);
      const trace = traceIn(file);
      const task = trace && tasks.find((each) => belongs(trace, each));
      return trace && task ? [{ trace, task, file, ...retold(task, trace) }] : [];
    });
};

/** What cannot be read any more is not worth a word: the search goes on without it. */
const traceIn = (file: string): TraceName | undefined => {
  try {
    const { scenario, protocol, invariant, moves, repeatsFrom } = JSON.parse(
      textIn(file) ?? "",
    ) as TraceName;
    const trace = { scenario, protocol, invariant, moves, repeatsFrom };
    return isStory(trace) ? trace : undefined;
  } catch {
    return undefined;
  }
};

/** Moves of a story that somebody could have found. */
const movesMost = 10_000;

const isStory = ({ moves, repeatsFrom: from }: TraceName): boolean =>
  Array.isArray(moves) &&
  moves.length <= movesMost &&
  moves.every((move) => typeof move === "string") &&
  (from === undefined || (Number.isInteger(from) && from >= 1 && from <= moves.length));

const belongs = (
  { scenario, protocol }: TraceName,
  task: Pick<Task, "scenarioName" | "protocol">,
): boolean => task.scenarioName === scenario && task.protocol.name === protocol;

const retold = (task: Task, trace: TraceName): Pick<FoundBefore, "now" | "plain"> => {
  const plain = trace.repeatsFrom === undefined;
  try {
    const broken = replayTrace(task, trace).broken.find(
      ({ invariant }) => invariant === trace.invariant,
    );
    return broken
      ? { now: "breaks again", plain: plain && broken.pair === undefined }
      : { now: "does not break it any more", plain: false };
  } catch {
    // Whatever is wrong with the models, the search will come upon; what was kept must not keep it from that.
    return { now: "is not possible any more", plain: false };
  }
};

/** Moves for a random search of a task to try before its own. */
export const movesToTry = (
  found: readonly FoundBefore[],
  task: Task,
): readonly (readonly string[])[] =>
  found.filter((each) => each.task === task && each.plain).map(({ trace }) => trace.moves);

/** Keeps the stories of a run that broke what they should not have, and forgets those that are mended or expected now. */
export const keepFound = (
  reports: string,
  { traces }: RunReport,
  before: readonly FoundBefore[],
): void => {
  const expected = ({ scenario, protocol, invariant }: TraceName): boolean =>
    traces.some(
      (each) =>
        each.expected &&
        each.scenario === scenario &&
        each.protocol === protocol &&
        each.invariant === invariant,
    );
  for (const { now, file, trace } of before)
    if (now !== "breaks again" || expected(trace)) rmSync(file, { force: true });
  for (const { key, scenario, protocol, invariant, moves, repeatsFrom, ...trace } of traces)
    if (!trace.expected) {
      const kept: TraceName = { scenario, protocol, invariant, moves, repeatsFrom };
      writeFileIn(folderIn(reports), `${key}.json`, asJson(kept));
    }
};
