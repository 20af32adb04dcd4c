import { emit, setup } from "xstate";
import { expect, test } from "vitest";
import {
  part,
  promise,
  possible,
  compose,
  coalition,
  protocol,
  scenario,
  vocabulary,
} from "../../src/index.ts";
import { searchChunk, type Task } from "../../src/search/index.ts";

const { noun, states } = vocabulary<{ rang: { bell: string } }>();

/** A bell whose guard counts outside of the context, or does not. */
const taskOf = (forgetful: boolean): Task => {
  let asked = 0;
  const bell = part({
    kind: "bell",
    machine: setup({
      guards: { answers: () => forgetful || asked++ % 7 !== 0 },
      actions: { ring: emit({ type: "bell.rings" }) },
    }).createMachine({
      id: "bell",
      initial: "hanging",
      states: {
        hanging: {
          on: { "user.pull": [{ guard: "answers", actions: "ring" }, { target: "broken" }] },
        },
        broken: { on: { "user.pull": "hanging" } },
      },
    }),
    intents: { "user.pull": {} },
    emits: { "bell.rings": [states("rang", ({ name }) => ({ bell: name }))] },
  });
  const belfry = protocol<object>({
    name: "belfry",
    says: "One bell.",
    compose: () =>
      compose({
        parts: [bell.as("bell", { owner: "sexton" }, {})],
        coalitions: [coalition("sexton")],
      }),
  });
  const rings = promise({
    id: "B1",
    title: "The bell rings",
    says: "It can be rung.",
    source: "the sexton",
    invariants: {
      B1: possible({ says: "It rings", what: noun({ of: "rang", says: "the bell rings" }) }),
    },
  });
  return {
    scenario: scenario<object>({
      says: "Somebody pulls.",
      protocols: [belfry],
      cast: {},
      mayDo: { sexton: ["user.pull"] },
      bound: { moves: 6 },
    }) as Task["scenario"],
    scenarioName: "pulling",
    protocol: belfry as Task["protocol"],
    promises: [rings],
  };
};

const search = (task: Task) => () =>
  Array.from({ length: 10 }, (_, index) =>
    searchChunk(task, { seed: 1, index, firstRun: 1, runs: 5 }),
  );

test("a model that remembers something outside of its context is found out", () => {
  expect(search(taskOf(false))).toThrow(/"bell".*(?:in two ways|differently when asked twice)/);
});

test("one that does not is left alone", () => {
  expect(search(taskOf(true))).not.toThrow();
});
