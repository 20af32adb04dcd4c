import { emit, setup } from "xstate";
import { expect, test } from "vitest";
import {
  always,
  coalition,
  compose,
  part,
  promise,
  protocol,
  scenario,
  vocabulary,
} from "../../src/index.ts";
import { mergeChunks, type Task } from "../../src/search/index.ts";

const { noun, states } = vocabulary<{ fallen: object }>();

const unhurt = promise({
  id: "T",
  title: "Nobody falls",
  says: "Nobody ever falls from the tower.",
  source: "its keeper",
  invariants: {
    "T.a": always({
      says: "Nobody falls",
      whenever: noun({ of: "fallen", says: "somebody falls" }),
      holds: noun({ of: "fallen", says: "they fly", when: () => false }),
    }),
  },
});

/** Somebody climbs a tower step by step, and falls from its top; with a lift, two moves do. */
const tower = (hasLift: boolean): Task => {
  const climber = part<object>({
    kind: "climber",
    machine: setup({ actions: { fall: emit({ type: "climber.falls" }) } }).createMachine({
      id: "climber",
      initial: "ground",
      states: {
        ground: { on: { "user.climb": "first", ...(hasLift ? { "user.lift": "top" } : {}) } },
        first: { on: { "user.climb": "second" } },
        second: { on: { "user.climb": "top" } },
        top: { on: { "user.leap": { target: "ground", actions: "fall" } } },
      },
    }),
    intents: { "user.climb": {}, "user.leap": {}, ...(hasLift ? { "user.lift": {} } : {}) },
    emits: { "climber.falls": [states("fallen", () => ({}))] },
  });
  const mountain = protocol<unknown>({
    name: "tower",
    says: "A tower.",
    compose: () =>
      compose({
        parts: [climber.as("ana", { owner: "ana" }, {})],
        channels: [],
        coalitions: [coalition("ana", [])],
      }),
  });
  return {
    scenario: scenario<unknown>({
      says: "Ana climbs.",
      protocols: [mountain],
      cast: {},
      mayDo: { ana: ["user.climb", "user.leap", ...(hasLift ? ["user.lift"] : [])] },
      bound: { moves: 12 },
      about: ["T.a"],
      examples: {
        tower: [["ana user.climb", "ana user.climb", "ana user.climb", "ana user.leap"]],
      },
    }),
    scenarioName: "tower",
    protocol: mountain,
    promises: [unhurt],
  };
};

test.each([
  { hasLift: true, moves: ["ana user.lift", "ana user.leap"] },
  {
    hasLift: false,
    moves: ["ana user.climb", "ana user.climb", "ana user.climb", "ana user.leap"],
  },
])(
  "a story that no single move can be left out of gives way to a shorter one (lift: $hasLift)",
  ({ hasLift, moves }) => {
    const { counterexamples } = mergeChunks(tower(hasLift), [], false);
    expect(counterexamples.map(({ steps }) => steps.map(({ move }) => move))).toEqual([moves]);
    expect(counterexamples.map(({ shortest }) => shortest)).toEqual(["in its slice"]);
  },
);
