import { emit, setup } from "xstate";
import { expect, test } from "vitest";
import {
  body,
  channel,
  coalition,
  compose,
  encrypt,
  fresh,
  learn,
  never,
  part,
  promise,
  protocol,
  scenario,
  secret,
  send,
  vocabulary,
} from "../../../src/index.ts";
import { exhaust, type Task } from "../../../src/search/index.ts";
import type { FaultKind } from "../../../src/world/index.ts";

type Kind = "text" | "picture";

const { noun, states } = vocabulary<{
  learned: { by: string; kind: Kind };
  started: { by: string; kind: Kind };
}>();

const key = secret("key of the press");

/** Writes a text or a picture, once, and may say what it wrote when it starts again. */
const writer = (tellsAtStart: boolean) =>
  part<{ me: string }>({
    kind: "writer",
    machine: setup({
      types: { events: {} as { type: "user.write"; kind: Kind } | { type: "device.restarted" } },
      guards: { isText: ({ event }) => event.type === "user.write" && event.kind === "text" },
      actions: {
        write: emit({ type: "wrote" }),
        text: emit({ type: "starts", kind: "text" }),
        picture: emit({ type: "starts", kind: "picture" }),
      },
    }).createMachine({
      id: "writer",
      initial: "idle",
      on: { "device.restarted": {} },
      states: {
        idle: {
          on: {
            "user.write": [
              { guard: "isText", target: "text", actions: "write" },
              { target: "picture", actions: "write" },
            ],
          },
        },
        text: { on: { "device.restarted": { actions: tellsAtStart ? "text" : [] } } },
        picture: { on: { "device.restarted": { actions: tellsAtStart ? "picture" : [] } } },
      },
    }),
    intents: {
      "user.write": {
        fields: () => ({ kind: ["text", "picture"] }),
        limit: "messages",
        carries: fresh(({ me, it }, count) =>
          body(`${me} ${String(it["kind"])} ${count} (${tellsAtStart})`, {
            from: me,
            kind: it["kind"]!,
          }),
        ),
      },
    },
    onRestart: "device.restarted",
    emits: {
      wrote: [
        send(({ me, carried }) => ({
          over: `${me}→press`,
          to: "press",
          event: { type: "letter" },
          carrying: encrypt(key, carried),
        })),
      ],
      starts: [states("started", ({ me, it }) => ({ by: me, kind: it["kind"] as Kind }))],
    },
  });

/** Gathers sealed letters and opens all of them at once. */
const press = part({
  kind: "press",
  machine: setup({ actions: { open: emit({ type: "opens" }) } }).createMachine({
    id: "press",
    initial: "on",
    states: { on: { on: { letter: {}, "user.open": { actions: "open" } } } },
  }),
  intents: { "user.open": { limit: "openings" } },
  emits: { opens: [learn(() => ({ who: "press", term: key }))] },
});

const told = (type: "learned" | "started", kind?: Kind) =>
  noun({
    of: type,
    says: `somebody ${type}`,
    when: (fact) => kind === undefined || fact.kind === kind,
  });

/** Ana and Bob at one desk, who write to the press; no picture may come after a text, whoever they are of. */
const task = (type: "learned" | "started", faults: Partial<Record<FaultKind, number>>): Task => {
  const made = writer(type === "started");
  const people = ["ana", "bob"];
  const letters = protocol<object>({
    name: "letters",
    says: "letters",
    compose: () =>
      compose({
        parts: [
          press.as("press", { owner: "press" }, {}),
          ...people.map((me) => made.as(`${me}.writer`, { owner: me, unit: "desk" }, { me })),
        ],
        channels: people.map((me) => channel(`${me}→press`, { from: "desk", to: "press" })),
        coalitions: [coalition("press"), ...people.map((me) => coalition(me, [key]))],
      }),
  });
  const story = scenario<object>({
    says: "anything",
    protocols: [letters],
    cast: {},
    mayDo: { ana: ["user.write"], bob: ["user.write"], press: ["user.open"] },
    bound: { moves: 20, messages: 1, openings: 1 },
    faults,
    spared: ["press"],
  });
  return {
    scenario: story as Task["scenario"],
    scenarioName: "letters",
    protocol: letters as Task["protocol"],
    promises: [
      promise({
        id: "O",
        title: "Order",
        says: "No picture after a text.",
        source: "test",
        invariants: {
          "O.a": never({
            says: "no picture after a text",
            what: told(type, "picture"),
            outOf: told(type),
            after: told(type, "text"),
          }),
        },
      }),
    ],
  };
};

test.each([
  ["what becomes readable at once is told by name", task("learned", {}), /at once/],
  ["parts of one unit start again by name", task("started", { crash: 1 }), /start again/],
])("an order that follows from names breaks the symmetry: %s", (_, one, reason) => {
  const [withIt, without] = [true, false].map((symmetry) =>
    exhaust(one, { together: true, symmetry, watch: () => undefined }),
  ) as [ReturnType<typeof exhaust>, ReturnType<typeof exhaust>];
  const [pass] = withIt.exhaustion!.passes;
  expect(pass!.symmetry).toMatchObject({
    interchangeable: [],
    different: [{ names: [["ana", "bob"]], because: expect.stringMatching(reason) }],
  });
  expect(withIt.tested).toEqual(without.tested);
});

test("where nobody asks for the order, names do not matter", () => {
  const { exhaustion } = exhaust(task("started", {}), {
    together: true,
    symmetry: true,
    watch: () => undefined,
  });
  const [{ states, symmetry }] = exhaustion!.passes as [
    NonNullable<typeof exhaustion>["passes"][0],
  ];
  expect(symmetry!.interchangeable).toEqual([["ana", "bob"]]);
  expect(symmetry!.visited).toBeLessThan(states);
});
