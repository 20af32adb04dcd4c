import type { Fact } from "../promise/index.ts";
import type { BrokenAt } from "../search/index.ts";
import { actOf, type Act } from "./act.ts";
import { moveWords } from "./move-words.ts";
import type { RunTrace } from "./run.ts";
import type { Changes, Moment, Reason, Scene, SceneStep, Stage } from "./scenes.ts";

/** A story set up so that every moment of it can be looked at; recorded or explored. */
export interface Board {
  readonly stage: Stage;
  readonly steps: readonly BoardStep[];
  /** One before the first step, and one after each. */
  readonly moments: readonly Moment[];
  readonly reasons: readonly Reason[];
  readonly breach: Breach | undefined;
}

export interface BoardStep extends Omit<SceneStep, "observed"> {
  /** From 1. */
  readonly number: number;
  readonly move: string;
  readonly words: string;
  readonly act: Act;
  readonly facts: readonly Fact[];
  readonly observed: SceneStep["observed"];
}

/** Where a promise breaks. */
export interface Breach {
  readonly invariant: string;
  readonly at: BrokenAt;
  readonly repeatsFrom: number | undefined;
  /** Who reads what they must not, where that is the break. */
  readonly reading: { readonly by: string; readonly message: string } | undefined;
}

/** What a board is made of. */
export interface Played {
  readonly stage: Stage;
  readonly scene: Omit<Scene, "stage">;
  /** Empty where one of two runs stands still. */
  readonly moves: readonly string[];
  readonly facts: readonly (readonly Fact[])[];
  readonly breach: Breach | undefined;
}

export const boardOf = ({ stage, scene, moves, facts, breach }: Played): Board => ({
  stage,
  steps: scene.steps.map((step, at) => ({
    ...step,
    number: at + 1,
    move: moves[at]!,
    ...toldOf(moves[at]!, stage),
    facts: facts[at] ?? [],
  })),
  moments: momentsOf(
    stage.start,
    scene.steps.map(({ changed }) => changed),
  ),
  reasons: scene.reasons,
  breach,
});

const toldOf = (move: string, stage: Stage): Pick<BoardStep, "words" | "act"> =>
  move === ""
    ? { words: "stands still", act: { kind: "still", crashedAfter: undefined } }
    : { words: moveWords(move), act: actOf(move, stage) };

/** The board of a recorded trace; where its scenes are not at hand, of what the trace tells by itself. */
export const boardOfTrace = (
  trace: RunTrace,
  stage: Stage | undefined,
  scene: Scene | undefined,
): Board =>
  boardOf({
    ...(stage && scene ? { stage, scene } : toldBy(trace)),
    moves: firstRunOf(trace).map(({ move }) => move),
    facts: firstRunOf(trace).map(({ facts }) => facts),
    breach: {
      invariant: trace.invariant,
      at: trace.pair ? firstRunOf(trace).length : trace.brokenAt,
      repeatsFrom: trace.repeatsFrom,
      reading: readingIn(trace.fact),
    },
  });

/** The steps of a trace; where two runs are compared, those of the first. */
export const firstRunOf = ({ steps, pair }: Pick<RunTrace, "steps" | "pair">): RunTrace["steps"] =>
  pair
    ? steps.flatMap((step, at) => {
        const left = pair.steps[at]?.left;
        return left ? [{ ...step, move: left.move }] : [];
      })
    : steps;

/** Who reads what in a fact that breaks a promise by being so. */
export const readingIn = (fact: Fact | undefined): Breach["reading"] => {
  const by = fact?.type === "learned" ? fact["by"] : fact?.type === "disclosed" && fact["reader"];
  return by !== undefined && by !== false && fact?.["message"] !== undefined
    ? { by: String(by), message: String(fact["message"]) }
    : undefined;
};

const momentsOf = (start: Moment, changes: readonly Changes[]): Moment[] => {
  const moments = [start];
  for (const changed of changes) moments.push(applied(moments.at(-1)!, changed));
  return moments;
};

const applied = (moment: Moment, changes: Changes): Moment => {
  const next: Record<string, Record<string, unknown>> = { ...moment };
  for (const [section, entries] of Object.entries(changes)) {
    const changed: Record<string, unknown> = { ...next[section], ...entries };
    for (const [name, value] of Object.entries(changed)) if (value === null) delete changed[name];
    next[section] = changed;
  }
  return next as unknown as Moment;
};

const empty: Moment = {
  parts: {},
  memory: {},
  channels: {},
  stores: {},
  knowledge: {},
  timers: {},
  offline: {},
  promises: {},
};

/** What a trace tells without any scenes: states of parts, and who came to read what. */
const toldBy = (trace: RunTrace): { stage: Stage; scene: Omit<Scene, "stage"> } => {
  const channels = new Set(
    firstRunOf(trace).flatMap(({ move }) => {
      const act = actOf(move, { parts: [], channels: [] });
      return "channel" in act ? [act.channel] : [];
    }),
  );
  const reads = new Map(
    Object.entries(trace.start.readers).map(([by, messages]) => [by, new Set(messages)]),
  );
  const statesOf = (name: string): string[] => name.split(" + ");
  const knowledgeOf = (by: string): Record<string, "reads"> =>
    Object.fromEntries([...(reads.get(by) ?? [])].map((message) => [message, "reads"] as const));
  return {
    stage: {
      scenario: trace.scenario,
      protocol: trace.protocol,
      parts: Object.keys(trace.start.parts).map((name) => ({
        name,
        unit: name.split("/")[0]!,
        owner: ownerOf(name, [...reads.keys()]),
        machine: -1,
      })),
      channels: [...channels].map((name) => {
        const [from = name, to = name] = name.split("→");
        return { name, from, to };
      }),
      coalitions: [...reads.keys()],
      stores: [],
      start: {
        ...empty,
        parts: entriesOf(trace.start.parts, statesOf),
        knowledge: Object.fromEntries([...reads.keys()].map((by) => [by, knowledgeOf(by)])),
      },
    },
    scene: {
      reasons: [],
      steps: firstRunOf(trace).map(({ facts, changes }) => {
        const learning = facts.filter(({ type }) => type === "learned");
        for (const { by, message } of learning)
          reads.set(String(by), new Set([...(reads.get(String(by)) ?? []), String(message)]));
        return {
          taken: undefined,
          sent: [],
          observed: [],
          fired: {},
          changed: {
            parts: Object.fromEntries(changes.map(({ part, to }) => [part, statesOf(to)])),
            knowledge: Object.fromEntries(
              learning.map(({ by }) => [String(by), knowledgeOf(String(by))]),
            ),
          },
        };
      }),
    },
  };
};

const entriesOf = <From, To>(
  record: Readonly<Record<string, From>>,
  make: (value: From) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, make(value)]));

/** A part that is called after a coalition is most likely theirs. */
const ownerOf = (part: string, coalitions: readonly string[]): string =>
  coalitions.find((name) => part === name || new RegExp(`^${escaped(name)}[./ ]`).test(part)) ??
  part;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
