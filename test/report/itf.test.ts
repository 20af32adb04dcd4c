import { describe, expect, test } from "vitest";
import { accountOf } from "../../src/cli/account.ts";
import { Mistake } from "../../src/mistake.ts";
import { buildReport } from "../../src/report/build.ts";
import { itfOf, traceInItf } from "../../src/report/itf.ts";
import type { RunReport } from "../../src/report/run.ts";
import {
  liveWorldOf,
  mergeChunks,
  replayTrace,
  searchChunk,
  type Task,
} from "../../src/search/index.ts";
import { drawing } from "../machine/draw.ts";
import { lettersTask } from "../search/faulty-letters.ts";
import { large, randomTask } from "../search/random-protocol.ts";
import { wrongsInItf } from "./itf-format.ts";
import { door, doorTask, materialOf, peeped } from "./material.ts";

/** What a search of a task finds, as a run reports it. */
const reportOf = (task: Task): RunReport => {
  const chunk = searchChunk(task, { seed: 1, index: 0, firstRun: 1, runs: 60 });
  const outcome = mergeChunks(task, [chunk], false);
  const accounts = outcome.counterexamples.map(({ steps }) =>
    accountOf(
      task,
      steps.map(({ move }) => move),
    ),
  );
  return buildReport(materialOf([{ ...task, outcome, accounts }], { promises: task.promises }));
};

/** Random protocols that the engine takes, with what breaks in each. */
const found = [
  lettersTask(),
  ...Array.from({ length: 32 }, (_, at) => randomTask(drawing(4001 + at), `random-${at}`, large)),
].flatMap((task) => {
  try {
    const run = reportOf(task);
    return run.traces.map((trace) => ({ task, run, trace }));
  } catch (error) {
    if (error instanceof Mistake) return [];
    throw error;
  }
});

const written = ({ run, trace }: (typeof found)[0]): ReturnType<typeof itfOf> =>
  JSON.parse(JSON.stringify(itfOf(run, trace))) as ReturnType<typeof itfOf>;

describe("what random protocols break, in ITF", () => {
  test("there is enough of it, of every kind", () => {
    expect(found.length).toBeGreaterThan(100);
    expect(new Set(found.map(({ trace }) => typeof trace.brokenAt)).size).toBe(2);
    expect(found.some(({ trace }) => trace.derivation)).toBe(true);
  });

  test("is what the format describes", () => {
    for (const each of found) expect(wrongsInItf(written(each))).toEqual([]);
  });

  test("breaks the same again when it is read and replayed", () => {
    for (const each of found) {
      const { task, trace } = each;
      const { moves, ...names } = traceInItf(written(each))!;
      expect(names).toEqual({
        scenario: trace.scenario,
        protocol: trace.protocol,
        invariant: trace.invariant,
      });
      const { steps, broken } = replayTrace(task, { moves });
      expect(steps).toEqual(trace.steps.map(({ move, facts }) => ({ move, facts })));
      const again = broken.find(({ invariant }) => invariant === trace.invariant);
      expect(again).toMatchObject({ brokenAt: trace.brokenAt, binding: trace.binding });
    }
  });

  test("tells in every state who can read what, and where every part stands", () => {
    for (const each of found) {
      const world = liveWorldOf(each.task);
      for (const [at, { move, parts, readers }] of written(each).states.entries()) {
        if (at > 0) world.take(move);
        const known = [...world.knowledge].map(([name, knowledge]) => [
          name,
          { "#set": [...new Set(knowledge.bodies().map(({ label }) => label))].toSorted() },
        ]);
        expect(Object.fromEntries(readers["#map"] as [string, unknown][])).toEqual(
          Object.fromEntries(known),
        );
        const states = [...world.members].map(([name, { actor }]) => [name, actor.view().value]);
        // States of these machines have one level, so that their name is their value.
        expect(Object.fromEntries(parts["#map"] as [string, unknown][])).toEqual(
          Object.fromEntries(states),
        );
      }
    }
  });
});

test("values of every kind have their form", () => {
  const fact = { type: "odd", count: -3, huge: 2 ** 60, part: 0.5, yes: true, text: "#" };
  const [trace] = buildReport(
    materialOf([
      doorTask(door("glass"), {
        counterexamples: [{ ...peeped, steps: [{ move: "ana user.ring", facts: [fact] }] }],
      }),
    ]),
  ).traces;
  const itf = itfOf({ version: "1.2.3", modelHash: "0", promises: [] }, trace!);
  expect(itf.states[1]!.facts).toEqual([
    {
      type: "odd",
      count: { "#bigint": "-3" },
      huge: { "#bigint": "1152921504606846976" },
      part: { "#unserializable": "0.5" },
      yes: true,
      text: "#",
    },
  ]);
  expect(wrongsInItf(itf)).toEqual([]);
});

describe("the check itself", () => {
  const good = { vars: ["a"], states: [{ a: 1 }, { "#meta": {}, a: { "#tup": [true, "x"] } }] };

  test("takes a lasso, and a state with parameters", () => {
    expect(wrongsInItf({ ...good, loop: 1 })).toEqual([]);
    expect(wrongsInItf({ params: ["P"], vars: [], states: [{ P: 1 }, {}] })).toEqual([]);
  });

  test.for<[string, unknown]>([
    ["a trace is an object", []],
    ["a trace has no field state", { ...good, state: [] }],
    ["#meta is an object", { ...good, "#meta": "by hand" }],
    ["params is an array of strings", { ...good, params: [1] }],
    ["vars is an array of strings", { ...good, vars: "a" }],
    ["states is an array", { ...good, states: {} }],
    ["loop is the index of a state", { ...good, loop: 2 }],
    ["state 0: a state is an object", { ...good, states: [[1]] }],
    ["state 0: no value for a", { ...good, states: [{}] }],
    ["state 0: b is no variable", { ...good, states: [{ a: 1, b: 1 }] }],
    ["state 0: a: null is no expression", { ...good, states: [{ a: null }] }],
    ["state 0: a: 0.5 is no integer that JSON can hold", { ...good, states: [{ a: [0.5] }] }],
    ["state 0: a: #bigint is digits", { ...good, states: [{ a: { "#bigint": 1 } }] }],
    ["state 0: a: #map is an array of pairs", { ...good, states: [{ a: { "#map": [["x"]] } }] }],
    ["state 0: a: a list is an array", { ...good, states: [{ a: { "#set": {} } }] }],
    ["state 0: a: #seq is no form", { ...good, states: [{ a: { "#seq": [] } }] }],
    ["state 0: a: #set is no form", { ...good, states: [{ a: { "#set": [], b: 1 } }] }],
  ])("finds that %s", ([wrong, document]) => {
    expect(wrongsInItf(document)).toContain(wrong);
  });
});
