import * as Effect from "effect/Effect";
import { existsSync } from "node:fs";
import { Mistake } from "../../mistake.ts";
import { ExitCode, promisesTold, storyLines, storyOf, traceInItf } from "../../report/index.ts";
import {
  askedFor,
  decodeToken,
  goalNamed,
  replayTrace,
  type ReplayedTrace,
  type Task,
  type TraceName,
} from "../../search/index.ts";
import type { InternalError } from "../failure.ts";
import { textIn } from "../files.ts";
import { accountOf, accountOfPair } from "../account.ts";
import { outputFor, type Output } from "../output.ts";
import { mistakeOf } from "../project/blame.ts";
import { taskNamed, type Project } from "../project/index.ts";
import { asJson } from "../write-report.ts";
import { attempt, theProject } from "./attempt.ts";

export interface ReplayOptions {
  /** A token, or a file with a trace. */
  readonly trace: string;
  readonly json: boolean;
  readonly color: boolean | undefined;
}

/** Makes a trace again on live actors and tells it as a story; answers whether it breaks its invariant again. */
export const replayCommand = (
  options: ReplayOptions,
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.gen(function* () {
    const output = outputFor(options);
    const trace = yield* attempt(() => traceNamed(options.trace));
    const project = yield* theProject;
    const task = yield* attempt(() => askedOf(project, trace));
    const replayed = yield* attempt(() => replay(task, trace));
    const broken = replayed.broken.find(({ invariant }) => invariant === trace.invariant);
    if (options.json)
      output.out(asJson({ ...trace, breaks: broken !== undefined, ...replayed }).trimEnd());
    else tell(task, trace, replayed, output);
    return broken ? ExitCode.ok : ExitCode.broken;
  });

/** The task of a trace; asked who reads, if that is what the trace shows. */
const askedOf = (project: Project, { scenario, protocol, invariant }: TraceName): Task => {
  const task = taskNamed(project, scenario, protocol);
  const goal = goalNamed(invariant);
  return goal ? askedFor(task, [goal]) : task;
};

const replay = (task: Task, trace: TraceName): ReplayedTrace => {
  try {
    return replayTrace(task, trace);
  } catch (error) {
    throw mistakeOf(error, task) ?? error;
  }
};

const tell = (
  task: Task,
  { invariant, scenario, protocol, repeatsFrom }: TraceName,
  { steps, broken }: ReplayedTrace,
  { told, style }: Output,
): void => {
  const found = broken.find((each) => each.invariant === invariant);
  const others = broken
    .filter((each) => each.invariant !== invariant)
    .map((each) => each.invariant);
  const { setUp } = task.scenario;
  const { changes } = found?.pair
    ? accountOfPair
    : accountOf(
        task,
        steps.map(({ move }) => move),
      );
  const story = storyOf(promisesTold(task.promises), {
    ...(found ?? {
      binding: {},
      brokenAt: -1,
      fact: undefined,
      derivation: undefined,
      pair: undefined,
    }),
    invariant,
    setUp,
    repeatsFrom,
    steps: steps.map((step, at) => ({ ...step, changes: changes[at] ?? [] })),
  });
  told(
    `${style.bold(invariant)} in ${scenario} under ${protocol}, on live actors`,
    ...storyLines(story, style),
    ...(others.length > 0 ? [`  it also breaks ${others.join(", ")}`] : []),
    lastWords(invariant, found !== undefined),
  );
};

const lastWords = (invariant: string, again: boolean): string => {
  const goal = goalNamed(invariant);
  if (goal)
    return again ? `${goal.reader} reads it again` : `${goal.reader} does not read it any more`;
  return again ? `${invariant} breaks again` : `${invariant} does not break any more`;
};

/** The trace behind a token or in a file. */
export const traceNamed = (argument: string): TraceName => {
  if (!existsSync(argument)) return decodeToken(argument);
  const text = textIn(argument);
  const trace = text === undefined ? undefined : traceIn(text);
  if (trace) return trace;
  throw new Mistake({
    what: "this file holds no trace",
    where: { file: argument, line: 1 },
    why: "a trace is JSON with scenario, protocol, invariant and moves, as reports/latest/traces has them, or what run --itf writes",
    todo: "replay one of those, or a token",
  });
};

/** A trace by itself, in ITF, or in a report that has just one. */
const traceIn = (text: string): TraceName | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    if (isTrace(value)) return named(value);
    const itf = traceInItf(value);
    if (itf) return itf;
    const traces: unknown = (value as { traces?: unknown }).traces;
    if (Array.isArray(traces) && traces.length === 1 && isTrace(traces[0])) return named(traces[0]);
    return undefined;
  } catch {
    return undefined;
  }
};

const named = ({ scenario, protocol, invariant, moves, repeatsFrom }: TraceName): TraceName => ({
  scenario,
  protocol,
  invariant,
  moves,
  repeatsFrom,
});

const isTrace = (value: unknown): value is TraceName => {
  if (typeof value !== "object" || value === null) return false;
  const { scenario, protocol, invariant, moves } = value as Record<string, unknown>;
  return (
    [scenario, protocol, invariant].every((name) => typeof name === "string") &&
    Array.isArray(moves) &&
    moves.every((move) => typeof move === "string")
  );
};
