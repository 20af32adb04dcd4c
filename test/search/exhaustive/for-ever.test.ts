import { describe, expect, test } from "vitest";
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
} from "../../../src/index.ts";
import { decodeToken, exhaust, replayTrace, type Task } from "../../../src/search/index.ts";

const { noun, states } = vocabulary<{ sent: { by: string }; taken: { by: string } }>();

/** What whoever gets a letter does with it. */
type Habit = "takes it" | "sends it back" | "takes it in the end" | "sends it back and takes it";

/** Ana sends one letter and may open and shut her window as often as she likes. */
const ana = part({
  kind: "ana",
  machine: setup({}).createMachine({
    id: "ana",
    initial: "shut",
    on: {
      "user.send": { actions: emit({ type: "letter" }) },
      "net.letter": { actions: emit({ type: "again" }) },
    },
    states: { shut: { on: { "user.open": "open" } }, open: { on: { "user.shut": "shut" } } },
  }),
  intents: { "user.send": { limit: "letters" }, "user.open": {}, "user.shut": {} },
  emits: {
    letter: [
      send(() => ({ over: "there", to: "bob", event: { type: "net.letter" } })),
      states("sent", () => ({ by: "ana" })),
    ],
    again: [send(() => ({ over: "there", to: "bob", event: { type: "net.letter" } }))],
  },
});

const bobWho = (habit: Habit) =>
  part({
    kind: `bob who ${habit}`,
    machine: setup({}).createMachine({
      id: "bob",
      initial: "first",
      states: {
        first: {
          on: {
            "net.letter":
              habit === "takes it"
                ? { actions: emit({ type: "take" }) }
                : habit === "sends it back and takes it"
                  ? { actions: [emit({ type: "take" }), emit({ type: "return" })] }
                  : {
                      target: habit === "takes it in the end" ? "second" : "first",
                      actions: emit({ type: "return" }),
                    },
          },
        },
        second: { on: { "net.letter": { actions: emit({ type: "take" }) } } },
      },
    }),
    emits: {
      take: [states("taken", () => ({ by: "bob" }))],
      return: [send(() => ({ over: "back", to: "ana", event: { type: "net.letter" } }))],
    },
  });

const taskWith = (habit: Habit): Task => {
  const post = protocol<object>({
    name: "post",
    says: "letters go there and back",
    compose: () =>
      compose({
        parts: [ana.as("ana", { owner: "ana" }, {}), bobWho(habit).as("bob", { owner: "bob" }, {})],
        channels: [
          channel("there", { from: "ana", to: "bob" }),
          channel("back", { from: "bob", to: "ana" }),
        ],
        coalitions: [coalition("ana"), coalition("bob")],
      }),
  });
  return {
    scenario: scenario<object>({
      says: "Ana writes to Bob",
      protocols: [post],
      cast: {},
      mayDo: { ana: ["user.send", "user.open", "user.shut"] },
      bound: { moves: 10, letters: 1 },
    }) as Task["scenario"],
    scenarioName: "letters",
    protocol: post as Task["protocol"],
    promises: [
      promise({
        id: "F1",
        title: "Letters are taken",
        says: "what is sent is taken",
        source: "these tests",
        invariants: {
          "F1.a": leadsTo({
            says: "what is sent is taken",
            whenever: noun({ of: "sent", says: "a letter is sent" }),
            mustFollow: noun({ of: "taken", says: "a letter is taken" }),
          }),
        },
      }),
    ],
  };
};

const search = (task: Task) => exhaust(task, { together: true, watch: () => undefined });

describe("what is owed for ever", () => {
  test.each<Habit>(["takes it", "takes it in the end", "sends it back and takes it"])(
    "is nothing where Bob %s, although Ana can open and shut her window for ever meanwhile",
    (habit) => {
      const { counterexamples, exhaustion, tested } = search(taskWith(habit));
      expect(counterexamples).toEqual([]);
      expect(exhaustion?.stopped).toBeUndefined();
      expect(tested["F1.a"]).toBeGreaterThan(0);
    },
  );

  test("is a letter that goes back and forth: told from where on it repeats, and replayed", () => {
    const task = taskWith("sends it back");
    const { counterexamples } = search(task);
    expect(counterexamples).toHaveLength(1);
    const [found] = counterexamples;
    expect(found).toMatchObject({ invariant: "F1.a", brokenAt: "for ever", repeatsFrom: 2 });
    expect(found!.steps.map(({ move }) => move)).toEqual([
      "ana user.send",
      "deliver there",
      "deliver back",
    ]);
    const named = decodeToken(found!.token);
    expect(replayTrace(task, named).broken).toMatchObject([
      { invariant: "F1.a", brokenAt: "for ever" },
    ]);
  });

  test("is not owed by a loop that passes somebody over, or that does not close, or that is none", () => {
    const task = taskWith("sends it back");
    const sent = ["ana user.send"];
    const broken = (moves: readonly string[], repeatsFrom: number) =>
      replayTrace(task, { moves, repeatsFrom }).broken.map(({ invariant }) => invariant);
    const round = ["deliver there", "deliver back"];
    expect(broken([...sent, ...round], 2)).toEqual(["F1.a"]);
    // The letter lies in the post all the while.
    expect(broken([...sent, "ana user.open", "ana user.shut"], 2)).toEqual([]);
    expect(broken([...sent, "deliver there"], 2)).toEqual([]);
    expect(broken([...sent, ...round], 4)).toEqual([]);
    // Nothing is owed yet.
    expect(broken(["ana user.open", "ana user.shut"], 1)).toEqual([]);
    const paid = taskWith("sends it back and takes it");
    expect(replayTrace(paid, { moves: [...sent, ...round], repeatsFrom: 2 }).broken).toEqual([]);
  });
});
