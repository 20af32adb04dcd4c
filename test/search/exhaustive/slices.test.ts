import { describe, expect, test } from "vitest";
import { emit, setup } from "xstate";
import {
  channel,
  coalition,
  compose,
  never,
  part,
  promise,
  protocol,
  scenario,
  send,
  since,
  vocabulary,
} from "../../../src/index.ts";
import { exhaust, type Pass, type SearchOutcome, type Task } from "../../../src/search/index.ts";

const { noun, states } = vocabulary<{
  bolted: { house: string };
  unbolted: { house: string };
  entered: { house: string };
}>();

/** A door that can be bolted; who knocks is let in if it is not, or, with the bug, in any case. */
const door = (bug: boolean) =>
  part<{ house: string }>({
    kind: bug ? "bad door" : "good door",
    machine: setup({}).createMachine({
      id: "door",
      initial: "bolted",
      states: {
        bolted: {
          on: {
            "user.unbolt": { target: "open", actions: emit({ type: "unbolt" }) },
            "net.knock": bug ? { actions: emit({ type: "enter" }) } : {},
          },
        },
        open: {
          on: {
            "user.bolt": { target: "bolted", actions: emit({ type: "bolt" }) },
            "net.knock": { actions: emit({ type: "enter" }) },
          },
        },
      },
    }),
    intents: { "user.bolt": { limit: "turns" }, "user.unbolt": { limit: "turns" } },
    emits: {
      bolt: [states("bolted", ({ house }) => ({ house }))],
      unbolt: [states("unbolted", ({ house }) => ({ house }))],
      enter: [states("entered", ({ house }) => ({ house }))],
    },
  });

const guest = part<{ house: string }>({
  kind: "guest",
  machine: setup({}).createMachine({
    id: "guest",
    on: { "user.knock": { actions: emit({ type: "knock" }) } },
  }),
  intents: { "user.knock": { limit: "knocks" } },
  emits: {
    knock: [
      send(({ house }) => ({
        over: `street to ${house}`,
        to: `door of ${house}`,
        event: { type: "net.knock" },
      })),
    ],
  },
});

const houses = ["one", "two", "three"];

const street = (bug: boolean, lining: readonly string[] = houses): Task => {
  const made = protocol<object>({
    name: "street",
    says: "houses in a street",
    compose: () =>
      compose({
        parts: lining.flatMap((house) => [
          door(bug && house === "two").as(`door of ${house}`, { owner: "town" }, { house }),
          guest.as(`guest of ${house}`, { owner: "town" }, { house }),
        ]),
        channels: lining.map((house) =>
          channel(`street to ${house}`, { from: `guest of ${house}`, to: `door of ${house}` }),
        ),
        coalitions: [coalition("town")],
      }),
  });
  const entering = noun({ of: "entered", says: "somebody enters" });
  return {
    scenarioName: "street",
    protocol: made as Task["protocol"],
    scenario: scenario<object>({
      says: "guests knock",
      protocols: [made],
      cast: {},
      mayDo: { town: ["user.bolt", "user.unbolt", "user.knock"] },
      bound: { moves: 20, turns: 1, knocks: 2 },
    }) as Task["scenario"],
    promises: [
      promise({
        id: "D1",
        title: "Bolted doors",
        says: "nobody enters through a bolted door",
        source: "these tests",
        invariants: {
          "D1.a": since({
            says: "a door is unbolted before somebody enters",
            whenever: entering,
            mustAlready: noun({ of: "unbolted", says: "the door is unbolted" }),
            since: noun({ of: "bolted", says: "the door is bolted" }),
            forTheSame: ["house"],
          }),
          "D1.b": never({
            says: "there is no fourth house",
            what: noun({
              of: "entered",
              says: "entered the fourth",
              when: ({ house }) => house === "four",
            }),
            outOf: entering,
          }),
        },
      }),
    ],
  };
};

const search = (task: Task, sliced: boolean): SearchOutcome =>
  exhaust(task, { together: true, sliced, watch: () => undefined });

const passes = ({ exhaustion }: SearchOutcome): readonly Pass[] => exhaustion!.passes;

describe("slices", () => {
  test("are one for each binding: the others of the same kind keep still", () => {
    const found = search(street(false), true);
    expect(passes(found).map(({ still }) => still)).toEqual(
      houses.toSorted().map((house) =>
        ["door", "guest"].flatMap((what) =>
          houses
            .filter((other) => other !== house)
            .toSorted()
            .map((other) => `${what} of ${other}`),
        ),
      ),
    );
  });

  test.each([false, true])("agree with the whole, with far fewer states (bug: %s)", (bug) => {
    const [whole, sliced] = [search(street(bug), false), search(street(bug), true)];
    const broken = ({ counterexamples }: SearchOutcome) =>
      counterexamples.map(({ invariant, binding, steps }) => [invariant, binding, steps.length]);
    expect(broken(sliced)).toEqual(broken(whole));
    expect(broken(whole)).toHaveLength(bug ? 1 : 0);
    const states = (found: SearchOutcome) =>
      passes(found).reduce((sum, pass) => sum + pass.states, 0);
    expect(states(sliced) * 40).toBeLessThan(states(whole));
    for (const { shortest } of sliced.counterexamples) expect(shortest).toBe("in its slice");
    for (const { shortest } of whole.counterexamples) expect(shortest).toBe("of all");
  });

  test("settle nothing that singles nobody out", () => {
    expect(search(street(false), true).exhaustion!.unsliced).toEqual(["D1.b"]);
    expect(search(street(false), false).exhaustion!.unsliced).toEqual([]);
  });

  test("are the whole where nobody has a double", () => {
    const alone = street(false, ["one"]);
    expect(search(alone, true)).toEqual(search(alone, false));
  });
});
