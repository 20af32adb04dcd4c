import * as Effect from "effect/Effect";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Mistake } from "../../mistake.ts";
import { film, filmPair, stageOf, type Filmed } from "../../explore/index.ts";
import { boardOf, readingIn } from "../../report/board.ts";
import { ExitCode, sequenceLines } from "../../report/index.ts";
import { sequenceOf } from "../../report/sequence.ts";
import { replayTrace, type ReplayedTrace, type Task, type TraceName } from "../../search/index.ts";
import type { InternalError } from "../failure.ts";
import { outputFor } from "../output.ts";
import { taskNamed, type Project } from "../project/index.ts";
import { attempt, theProject } from "./attempt.ts";
import { traceNamed } from "./replay.ts";

export interface ShowOptions {
  /** A token, a file with a trace, or the key of a trace of the last report. */
  readonly trace: string;
  readonly color: boolean | undefined;
}

/** Draws a trace as a sequence diagram in text: the page's, for a terminal. */
export const showCommand = (
  options: ShowOptions,
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.gen(function* () {
    const { told, style } = outputFor({ json: false, color: options.color });
    const project = yield* theProject;
    const trace = yield* attempt(() => traceNamed(fileOf(project, options.trace)));
    const task = yield* attempt(() => taskNamed(project, trace.scenario, trace.protocol));
    const lines = yield* attempt(() => sequenceLines(sequenceOf(boardIn(task, trace)), style));
    told(
      style.bold(`${trace.invariant} in ${trace.scenario} under ${trace.protocol}`),
      "",
      ...lines,
    );
    return ExitCode.ok;
  });

/** The file of a trace of the last report, where it is named by its key. */
const fileOf = ({ folders }: Project, trace: string): string => {
  const kept = join(folders.reports, "latest", "traces", `${trace}.json`);
  return !existsSync(trace) && existsSync(kept) ? kept : trace;
};

const boardIn = (task: Task, trace: TraceName) => {
  const replayed = replayTrace(task, trace);
  const found = replayed.broken.find(({ invariant }) => invariant === trace.invariant);
  const pair = found?.pair;
  const { filmed, moves } = pair
    ? firstOf(filmPair(task, trace.invariant, pair.observer, trace.moves).left, pair)
    : { filmed: film(task, trace.moves), moves: trace.moves };
  return boardOf({
    stage: stageOf(task, filmed, () => -1),
    scene: filmed.scene,
    moves,
    facts: filmed.facts,
    breach: found && {
      invariant: trace.invariant,
      at: found.pair ? moves.length : found.brokenAt,
      repeatsFrom: trace.repeatsFrom,
      reading: readingIn(found.fact),
    },
  });
};

/** Of two runs the first, without the moves that the second makes alone. */
const firstOf = (filmed: Filmed, { steps }: Pair): { filmed: Filmed; moves: readonly string[] } => {
  const isMade = (_: unknown, at: number): boolean => steps[at]?.left !== undefined;
  const { scene, facts } = filmed;
  return {
    filmed: {
      ...filmed,
      scene: { ...scene, steps: scene.steps.filter(isMade) },
      facts: facts.filter(isMade),
    },
    moves: steps.flatMap(({ left }) => (left ? [left.move] : [])),
  };
};

type Pair = NonNullable<ReplayedTrace["broken"][number]["pair"]>;
