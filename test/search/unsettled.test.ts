import { expect, test } from "vitest";
import { emit, setup } from "xstate";
import {
  channel,
  coalition,
  compose,
  leadsTo,
  part,
  promise,
  protocol,
  scenario,
  send,
  vocabulary,
} from "../../src/index.ts";
import {
  exhaust,
  mergeChunks,
  replayTrace,
  searchChunk,
  type Task,
} from "../../src/search/index.ts";

const { noun, states } = vocabulary<{ struck: { hour: number }; stopped: { hour: number } }>();

/** A clock that strikes again and again, or strikes once and is broken. */
const clockTask = (again: boolean): Task => {
  const clock = part({
    kind: again ? "endless clock" : "broken clock",
    machine: setup({}).createMachine({
      id: again ? "endless" : "broken",
      initial: "ticking",
      states: {
        ticking: {
          after: { 1: { target: again ? "tocking" : "broken", actions: emit({ type: "strike" }) } },
        },
        tocking: { after: { 1: { target: "ticking", actions: emit({ type: "strike" }) } } },
        broken: {},
      },
    }),
    emits: { strike: [states("struck", () => ({ hour: 1 }))] },
  });
  const tower = protocol<object>({
    name: "tower",
    says: "a tower",
    compose: () =>
      compose({
        parts: [clock.as("clock", { owner: "town" }, {})],
        coalitions: [coalition("town")],
      }),
  });
  const stops = promise({
    id: "T1",
    title: "The clock stops",
    says: "after it struck, it stops",
    source: "these tests",
    invariants: {
      "T1.a": leadsTo({
        says: "after it struck, it stops",
        whenever: noun({ of: "struck", says: "it strikes" }),
        mustFollow: noun({ of: "stopped", says: "it stops" }),
      }),
    },
  });
  return {
    scenario: scenario<object>({
      says: "time passes",
      protocols: [tower],
      cast: {},
      mayDo: {},
      bound: { moves: 5 },
    }) as Task["scenario"],
    scenarioName: "striking",
    protocol: tower as Task["protocol"],
    promises: [stops],
  };
};

const searched = (task: Task) =>
  mergeChunks(task, [searchChunk(task, { seed: 1, index: 0, firstRun: 1, runs: 20 })], false);

test("a world that never comes to rest owes nothing yet, and that is counted", () => {
  const { unsettled, counterexamples, tested } = searched(clockTask(true));
  expect(unsettled).toBe(20);
  expect(counterexamples).toEqual([]);
  expect(tested["T1.a"]).toBeGreaterThan(20);
});

test("one that does owes what it owes, in its forced moves", () => {
  const { unsettled, counterexamples } = searched(clockTask(false));
  expect(unsettled).toBe(0);
  expect(counterexamples).toHaveLength(1);
  expect(counterexamples[0]).toMatchObject({ invariant: "T1.a", brokenAt: "end" });
  expect(counterexamples[0]!.steps.map(({ move }) => move)).toEqual([
    "time +1",
    "timer clock ticking.1",
  ]);
});

const call = vocabulary<{ asked: { by: string }; thanked: { by: string } }>();

/**
 * Ana asks, Bob answers, Ana thanks him, each by post. While the post holds one letter a way, a second question keeps
 * the answer from being thanked for, and the answer keeps the question from being answered: nothing goes on.
 */
const questionsTask = (room: number): Task => {
  const post = (over: string, to: string, type: string) => [
    send(() => ({ over, to, event: { type } })),
  ];
  const asking = part({
    kind: "asking",
    machine: setup({}).createMachine({
      id: "asking",
      initial: "on",
      states: {
        on: {
          on: {
            "user.ask": { actions: [emit({ type: "asked" }), emit({ type: "question" })] },
            answer: { actions: emit({ type: "thanks" }) },
          },
        },
      },
    }),
    intents: { "user.ask": { limit: "questions" } },
    emits: {
      asked: [call.states("asked", ({ owner }) => ({ by: owner }))],
      question: post("out", "bob.answering", "question"),
      thanks: post("out", "bob.answering", "thanks"),
    },
  });
  const answering = part({
    kind: "answering",
    machine: setup({}).createMachine({
      id: "answering",
      initial: "on",
      states: {
        on: {
          on: {
            question: { actions: emit({ type: "answer" }) },
            thanks: { actions: emit({ type: "thanked" }) },
          },
        },
      },
    }),
    emits: {
      answer: post("back", "ana.asking", "answer"),
      thanked: [call.states("thanked", () => ({ by: "ana" }))],
    },
  });
  const letters = protocol<object>({
    name: "letters",
    says: "questions and answers by post",
    compose: () =>
      compose({
        parts: [
          asking.as("ana.asking", { owner: "ana", unit: "ana" }, {}),
          answering.as("bob.answering", { owner: "bob", unit: "bob" }, {}),
        ],
        channels: [
          channel("out", { from: "ana", to: "bob", capacity: room }),
          channel("back", { from: "bob", to: "ana", capacity: room }),
        ],
        coalitions: [coalition("ana"), coalition("bob")],
      }),
  });
  const thanks = promise({
    id: "Q1",
    title: "Who asks says thanks",
    says: "whoever asks says thanks in the end, once for all",
    source: "these tests",
    invariants: {
      "Q1.a": leadsTo({
        says: "whoever asks says thanks in the end",
        whenever: call.noun({ of: "asked", says: "somebody asks" }),
        mustFollow: call.noun({ of: "thanked", says: "somebody says thanks" }),
        forTheSame: ["by"],
      }),
    },
  });
  return {
    scenario: scenario<object>({
      says: "Ana asks twice",
      protocols: [letters],
      cast: {},
      mayDo: { ana: ["user.ask"] },
      bound: { moves: 8, questions: 2 },
    }) as Task["scenario"],
    scenarioName: "asking",
    protocol: letters as Task["protocol"],
    promises: [thanks],
  };
};

const jam = ["ana.asking user.ask", "deliver out", "ana.asking user.ask"];

test("a world that stops for want of room owes nothing yet, whoever looks at it", () => {
  const task = questionsTask(1);
  const { unsettled, counterexamples, blocked } = searched(task);
  expect(unsettled).toBeGreaterThan(0);
  expect(blocked).toBeGreaterThan(0);
  expect(counterexamples).toEqual([]);
  const frozen = { ...task, scenario: { ...task.scenario, examples: { letters: [jam] } } };
  expect(mergeChunks(frozen, [], false).counterexamples).toEqual([]);
  const visited = exhaust(task, { together: true, watch: () => undefined });
  expect(visited.exhaustion!.passes[0]!.jammed).toBe(1);
  expect(visited.counterexamples).toEqual([]);
  expect(replayTrace(task, { moves: jam, repeatsFrom: undefined }).broken).toEqual([]);
});

test("with room for two letters it goes on, and what is owed is paid", () => {
  const task = questionsTask(2);
  const { unsettled, counterexamples, tested } = searched(task);
  expect([unsettled, counterexamples]).toEqual([0, []]);
  expect(tested["Q1.a"]).toBeGreaterThan(20);
});
