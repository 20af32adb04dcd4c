import { describe, expect, test } from "vitest";
import { emit, setup } from "xstate";
import {
  coalition,
  compose,
  never,
  part,
  promise,
  protocol,
  scenario,
  vocabulary,
} from "../../src/index.ts";
import { Mistake } from "../../src/mistake.ts";
import {
  Disagreement,
  mergeChunks,
  searchChunk,
  selfTest,
  worldOf,
  type Task,
} from "../../src/search/index.ts";
import { lettersTask } from "./faulty-letters.ts";

describe("tables and live actors agree", () => {
  test.for([
    ["letters by an ordered post", lettersTask()],
    ["letters by an unordered post", lettersTask({}, { order: "unordered", observers: ["bob"] })],
    ["a post with room for one", lettersTask({}, { capacity: 1, observers: ["service"] })],
    ["a post that never fails", lettersTask({ faults: { crash: 2, skew: 1 } }, { faulty: false })],
    ["a small drawer", lettersTask({}, { drawer: 1 })],
    ["after a set-up", lettersTask({ setUp: ["ana.writer user.write", "ana.writer user.write"] })],
    [
      "after a set-up that breaks a promise",
      lettersTask({
        setUp: ["ana.writer user.write", "deliver post", "bob.reader user.show", "time +10"],
      }),
    ],
    ["with every unit spared", lettersTask({ spared: ["ana.phone", "bob.phone"] })],
  ] as const)("on %s", ([, task]) => {
    const { steps, walks, differences } = selfTest(task, { seed: 1, steps: 1500 });
    expect(differences).toEqual([]);
    expect(steps).toBe(1500);
    expect(walks).toBeGreaterThan(10);
  });
});

const { noun, states } = vocabulary<{ entered: { by: string }; knocked: { by: string } }>();

/**
 * A door that opens to a key, which nobody has, and only rattles when knocked at. A new machine each time, so that
 * spoiling its table spoils no other.
 */
const doorTask = (): Task => {
  const door = part({
    kind: "door",
    machine: setup({}).createMachine({
      id: "door",
      initial: "shut",
      on: { "user.turnKey": ".open", "user.rattle": ".rattling" },
      states: {
        shut: { on: { "user.knock": { target: "rattling", actions: emit({ type: "knocked" }) } } },
        rattling: { on: { "user.enter": "shut" } },
        open: { on: { "user.enter": { target: "shut", actions: emit({ type: "entered" }) } } },
      },
    }),
    intents: { "user.knock": {}, "user.enter": {} },
    emits: {
      knocked: [states("knocked", ({ name }) => ({ by: name }))],
      entered: [states("entered", ({ name }) => ({ by: name }))],
    },
  });
  const house = protocol<object>({
    name: "house",
    says: "a house",
    compose: () =>
      compose({ parts: [door.as("door", { owner: "ana" }, {})], coalitions: [coalition("ana")] }),
  });
  const story = scenario<object>({
    says: "people knock",
    protocols: [house],
    cast: {},
    mayDo: { ana: ["user.knock", "user.enter"] },
    bound: { moves: 6 },
  });
  const shut = promise({
    id: "D1",
    title: "The door stays shut",
    says: "nobody enters",
    source: "these tests",
    invariants: {
      "D1.a": never({
        says: "nobody enters",
        what: noun({ of: "entered", says: "somebody enters" }),
        outOf: noun({ of: "knocked", says: "somebody knocks" }),
      }),
    },
  });
  return {
    scenario: story as Task["scenario"],
    scenarioName: "knocking",
    protocol: house as Task["protocol"],
    promises: [shut],
  };
};

/** Makes the door's table answer an event in the state after another one as if a third had come. */
const spoil = (task: Task, after: string | undefined, event: string, asIf: string): void => {
  const { table } = worldOf(task).plan.parts[0]!;
  const next = (local: number, type: string): number =>
    table.entry(local, table.symbolOf({ type }));
  const here = after === undefined ? table.initial : table.nextOf[next(table.initial, after)]!;
  table.nextOf[next(here, event)] = table.nextOf[next(here, asIf)]!;
};

const searched = (task: Task, ...examples: readonly (readonly string[])[]) =>
  mergeChunks(
    { ...task, scenario: { ...task.scenario, examples: { house: examples } } },
    [],
    false,
  );

/** What is said where tables propose a break that is none. */
const disagreementOf = (task: Task, ...moves: readonly string[]): Disagreement => {
  try {
    searched(task, moves);
  } catch (error) {
    if (error instanceof Disagreement) return error;
    throw error;
  }
  return expect.fail("nobody disagreed");
};

const entering = ["door user.knock", "door user.enter"];

describe("a table that is wrong", () => {
  test("is not this one, before it is spoiled", () => {
    const task = doorTask();
    expect(selfTest(task, { seed: 1, steps: 200 }).differences).toEqual([]);
    expect(searched(task, entering).counterexamples).toEqual([]);
    expect(searchChunk(task, { seed: 1, index: 0, firstRun: 1, runs: 50 }).suspects).toEqual([]);
  });

  test("in a state is noticed when walked side by side, with the moves that led there", () => {
    const task = doorTask();
    spoil(task, undefined, "user.knock", "user.turnKey");
    const { differences } = selfTest(task, { seed: 1, steps: 200 });
    expect(differences.length).toBeGreaterThan(0);
    expect(differences[0]).toMatch(/knocking, house: .* after: door user\.knock/);
  });

  test("never becomes a counterexample: live actors deny the break", () => {
    const task = doorTask();
    spoil(task, undefined, "user.knock", "user.turnKey");
    const { message, proposed, replayed } = disagreementOf(task, ...entering);
    expect(message).toMatch(/internal error: tables say that D1\.a breaks/);
    expect(proposed).toEqual(["door user.knock", "door user.enter"]);
    expect(replayed).toHaveLength(2);
  });

  test("never becomes a counterexample: live actors do not know the move", () => {
    const task = doorTask();
    // Whoever stands at the shut door is let in as if it were open, which is no move of the machine's.
    const { table } = worldOf(task).plan.parts[0]!;
    const enter = table.symbolOf({ type: "user.enter" });
    const turned = table.entry(table.initial, table.symbolOf({ type: "user.turnKey" }));
    const shut = table.entry(table.initial, enter);
    table.handledOf[shut] = 1;
    table.emissionsOf[shut] = table.emissionsOf[table.entry(table.nextOf[turned]!, enter)]!;
    const { message, proposed } = disagreementOf(task, "door user.enter");
    expect(message).toMatch(/tables offer a move that live actors do not/);
    expect(proposed).toEqual(["door user.enter"]);
  });

  test("is noticed by searching alone, which computes some entries again", () => {
    const task = doorTask();
    spoil(task, undefined, "user.knock", "user.turnKey");
    expect(() =>
      Array.from({ length: 12 }, (_, index) =>
        searchChunk(task, { seed: 1, index, firstRun: 1, runs: 50 }),
      ),
    ).toThrow(/answers user\.knock in shut in two ways/);
  });

  test("is no user's mistake", () => {
    const task = doorTask();
    spoil(task, undefined, "user.knock", "user.turnKey");
    expect(disagreementOf(task, ...entering)).not.toBeInstanceOf(Mistake);
  });
});
