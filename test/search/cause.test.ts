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
import {
  exhaust,
  mergeChunks,
  searchChunk,
  type Counterexample,
  type Task,
} from "../../src/search/index.ts";

const { noun, states } = vocabulary<{ asked: { by: string }; peeped: { clerk: string } }>();

const quiet = promise({
  id: "Q",
  title: "Quiet",
  says: "Nobody peeps.",
  source: "house rules",
  invariants: {
    "Q.a": never({
      says: "no clerk peeps",
      what: noun({ of: "peeped", says: "a clerk peeps" }),
      outOf: noun({ of: "asked", says: "somebody is asked" }),
    }),
  },
});

/** A clerk who peeps when told to, and in their sleep, which takes longer to come about. */
interface Office {
  /** What the states are called: awake, tired, asleep. */
  readonly names?: readonly [string, string, string];
  readonly reversed?: boolean;
  readonly clerks?: readonly string[];
  /** Whether telling the clerk to peep does nothing. */
  readonly honest?: boolean;
}

const office = ({
  names: [awake, tired, asleep] = ["awake", "tired", "asleep"],
  reversed = false,
  clerks = ["ben"],
  honest = false,
}: Office): Task => {
  const inOrder = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> =>
    Object.fromEntries(reversed ? entries.toReversed() : entries);
  const clerk = part({
    kind: "clerk",
    machine: setup({
      actions: { peep: emit({ type: "clerk.peeps" }), ask: emit({ type: "clerk.asks" }) },
    }).createMachine({
      id: "clerk",
      initial: awake,
      states: inOrder<object>([
        [
          awake,
          {
            on: inOrder([
              ["boss.tell", { actions: honest ? ("ask" as const) : ("peep" as const) }],
              ["boss.tire", { target: tired }],
            ] as const),
          },
        ],
        [tired, { on: { "boss.tire": asleep } }],
        [asleep, { on: { "boss.tell": { target: awake, actions: "peep" } } }],
      ]),
    }),
    intents: { "boss.tell": {}, "boss.tire": {} },
    emits: {
      "clerk.peeps": [states("peeped", ({ name }) => ({ clerk: name }))],
      "clerk.asks": [states("asked", ({ name }) => ({ by: name }))],
    },
  });
  const played = protocol<unknown>({
    name: "office",
    says: "Clerks at work.",
    compose: () =>
      compose({
        parts: clerks.map((name) => clerk.as(name, { owner: name }, {})),
        coalitions: clerks.map((name) => coalition(name)),
      }),
  });
  return {
    scenarioName: "office",
    scenario: scenario<unknown>({
      says: "A day at the office.",
      protocols: [played],
      cast: {},
      mayDo: Object.fromEntries(clerks.map((name) => [name, ["boss.tell", "boss.tire"]])),
      bound: { moves: 8 },
    }),
    protocol: played,
    promises: [quiet],
  };
};

const exhausted = (task: Task, causes = true): readonly Counterexample[] =>
  exhaust(task, { together: true, causes, watch: () => undefined }).counterexamples;

const sampled = (task: Task): readonly Counterexample[] =>
  mergeChunks(
    task,
    Array.from({ length: 8 }, (_, index) =>
      searchChunk(task, { seed: 1, index, firstRun: 1 + index * 50, runs: 50 }),
    ),
    false,
    true,
  ).counterexamples;

const keys = (found: readonly Counterexample[]): string[] =>
  found.map(({ cause }) => cause.id).toSorted();

const told = "clerk: boss.tell do peep";
const inSleep = [
  "clerk: boss.tire and go on",
  "clerk: boss.tire and go on",
  "clerk: boss.tell do peep and go on",
];

describe("why something breaks", () => {
  test("is told by what transitions do, shortest first, and every other way besides", () => {
    const found = exhausted(office({}));
    expect(found.map(({ cause }) => cause.steps)).toEqual(
      expect.arrayContaining([[told], inSleep]),
    );
    expect(found).toHaveLength(2);
  });

  test("is one cause of each kind of break, unless all are asked for", () => {
    expect(exhausted(office({}), false).map(({ cause }) => cause.steps)).toEqual([[told]]);
  });

  test("names the transition that is to blame, and its line", () => {
    const by = exhausted(office({}), false)[0]!.cause.by!;
    expect(by).toMatchObject({ part: "clerk", transition: "awake boss.tell" });
    expect(by.place!.file).toBe(import.meta.filename);
  });

  test.each<[string, Office]>([
    ["states have other names", { names: ["up", "weary", "dreaming"] }],
    ["states and transitions stand in another order", { reversed: true }],
    ["others do it", { clerks: ["cem", "dora"] }],
  ])("stays what it is where %s", (_, change) => {
    expect(keys(exhausted(office(change)))).toEqual(keys(exhausted(office({}))));
  });

  test("is another one where only the deeper way is left", () => {
    const [only, ...others] = exhausted(office({ honest: true }));
    expect(others).toEqual([]);
    expect(only!.cause.steps).toEqual(inSleep);
  });

  test("is found among random runs as well", () => {
    expect(keys(sampled(office({ honest: true })))).toEqual(
      keys(exhausted(office({ honest: true }))),
    );
    expect(keys(sampled(office({})))).toEqual(keys(exhausted(office({}))));
  });
});
