import { assign, emit, setup } from "xstate";
import {
  always,
  atom,
  body,
  channel,
  coalition,
  compose,
  fresh,
  leadsTo,
  part,
  possible,
  promise,
  protocol,
  scenario,
  secret,
  encrypt,
  send,
  vocabulary,
} from "../../src/index.ts";
import type { Task } from "../../src/search/index.ts";

/** A confession booth: whoever speaks is told first who listens, and the clerk next door hears nothing. */
const { noun, states } = vocabulary<{
  learned: { by: string; message: string };
  warned: { again: boolean };
  spoken: { message: string };
  heard: { message: string };
}>();

const curtain = secret("curtain");

export const speaker = part<object>({
  kind: "speaker",
  machine: setup({
    types: { context: {} as { warnings: number } },
    guards: { isFirst: ({ context }) => context.warnings === 0 },
    actions: {
      warn: emit(({ context }) => ({ type: "speaker.warns", again: context.warnings > 0 })),
      count: assign({ warnings: 1 }),
      speak: emit({ type: "speaker.speaks" }),
    },
    delays: { patience: 5 },
  }).createMachine({
    id: "speaker",
    context: { warnings: 0 },
    initial: "outside",
    states: {
      outside: {
        on: {
          "user.enter": [
            { guard: "isFirst", target: "inside", actions: ["warn", "count"] },
            { target: "inside" },
          ],
        },
      },
      inside: {
        tags: "warned",
        after: { patience: "outside" },
        on: { "user.speak": { actions: "speak" }, "net.bell": {} },
      },
    },
  }),
  intents: {
    "user.enter": {},
    "user.speak": { limit: "words", carries: fresh((_, count) => body(`word ${count}`)) },
  },
  emits: {
    "speaker.warns": [states("warned", ({ it }) => ({ again: it["again"] as boolean }))],
    "speaker.speaks": [
      states("spoken", ({ carried }) => ({ message: carried.label })),
      send(({ carried }) => ({
        over: "grille",
        to: "priest",
        event: { type: "net.word" },
        carrying: encrypt(curtain, carried),
      })),
    ],
  },
});

const listener = part<object>({
  kind: "listener",
  machine: setup({ actions: { hear: emit({ type: "listener.hears" }) } }).createMachine({
    id: "listener",
    initial: "listening",
    states: { listening: { on: { "net.word": { actions: "hear" } } } },
  }),
  emits: {
    "listener.hears": [states("heard", ({ carried }) => ({ message: carried.parts[1]!.label }))],
  },
});

const booth = protocol<unknown>({
  name: "booth",
  says: "A booth with a curtain.",
  compose: () =>
    compose({
      parts: [
        speaker.as("sinner", { owner: "sinner" }, {}),
        listener.as("priest", { owner: "priest" }, {}),
      ],
      channels: [channel("grille", { from: "sinner", to: "priest", observers: ["clerk"] })],
      coalitions: [
        coalition("sinner", [curtain]),
        coalition("priest", [curtain]),
        coalition("clerk", [atom("noise")]),
      ],
    }),
});

export const b = promise({
  id: "B",
  title: "What is said in the booth stays there",
  says: "Whoever speaks was warned, the clerk hears nothing, and the priest hears everything.",
  source: "a sign on the door",
  invariants: {
    "B.a": always({
      says: "Only the two of them come to know a word",
      whenever: noun({ of: "learned", says: "somebody comes to know a word" }),
      holds: noun({ of: "learned", says: "it is not the clerk", when: ({ by }) => by !== "clerk" }),
    }),
    "B.b": always({
      says: "Whoever speaks is inside, where one is warned",
      whenever: noun({ of: "spoken", says: "somebody speaks" }),
      holds: noun({
        of: "spoken",
        says: "they are inside",
        when: (_, look) => look("sinner").has("warned"),
      }),
    }),
    "B.c": leadsTo({
      says: "A word is heard in the end",
      whenever: noun({ of: "spoken", says: "somebody speaks" }),
      mustFollow: noun({ of: "heard", says: "it is heard" }),
      forTheSame: ["message"],
    }),
    "B.d": possible({ says: "One can be warned", what: noun({ of: "warned", says: "a warning" }) }),
  },
});

/** The booth as a task. */
export const confession: Task = {
  scenario: scenario<unknown>({
    says: "Somebody speaks up to two words.",
    protocols: [booth],
    cast: {},
    mayDo: { sinner: ["user.enter", "user.speak"] },
    bound: { moves: 12, words: 2 },
    about: ["B.a"],
  }),
  scenarioName: "confession",
  protocol: booth,
  promises: [b],
};
