import { expect, test } from "vitest";
import { emit, setup } from "xstate";
import {
  coalition,
  compose,
  leadsTo,
  part,
  promise,
  protocol,
  scenario,
  vocabulary,
} from "../../src/index.ts";
import { mergeChunks, searchChunk, type Task } from "../../src/search/index.ts";

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
