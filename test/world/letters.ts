import { emit, setup } from "xstate";
import {
  body,
  channel,
  coalition,
  compose,
  encrypt,
  erase,
  fresh,
  keep,
  known,
  part,
  plaintextOf,
  secret,
  send,
  store,
  vocabulary,
  disclose,
} from "../../src/index.ts";
import type { Composition } from "../../src/world/index.ts";

/**
 * The protocol of these tests: Ana writes letters, the post carries them, Bob reads them, keeps them in a drawer and
 * throws them away after ten days. Ana may copy what she has read to Bob; Bob may show his drawer to Cyd.
 */
export interface Facts {
  wrote: { message: string };
  noted: { message: string };
  read: { message: string };
  restarted: { by: string };
  expired: { by: string };
  learned: { by: string; message: string };
  stored: { message: string; store: string };
  erased: { message: string; store: string };
  disclosed: { message: string; reader: string; back: number };
  dropped: { message: string; channel: string };
  interrupted: { message: string; unit: string };
}

export const words = vocabulary<Facts>();
const { states } = words;

export const key = secret("key of the letters");

/** Answers every event at once, in its only state: `{ "user.send": ["wrote", "out"] }`. */
export const answering = (id: string, answers: Readonly<Record<string, readonly string[]>>) =>
  setup({}).createMachine({
    id,
    initial: "on",
    states: {
      on: {
        on: Object.fromEntries(
          Object.entries(answers).map(([event, emissions]) => [
            event,
            { actions: emissions.map((type) => emit({ type })) },
          ]),
        ),
      },
    },
  });

const writer = part<{ over: string }>({
  kind: "writer",
  machine: answering("writer", {
    "user.write": ["write", "out", "note"],
    "user.copy": ["out"],
    "device.restarted": ["restarted"],
  }),
  intents: {
    "user.write": {
      limit: "letters",
      carries: fresh(({ owner }, count) => body(`letter ${count} of ${owner}`, { from: owner })),
    },
    "user.copy": { limit: "copies", carries: known() },
  },
  onRestart: "device.restarted",
  emits: {
    write: [states("wrote", ({ carried }) => ({ message: carried.label }))],
    out: [
      send(({ over, carried }) => ({
        over,
        to: "bob.reader",
        event: { type: "letter" },
        carrying: encrypt(key, carried),
      })),
    ],
    note: [states("noted", ({ carried }) => ({ message: carried.label }))],
    restarted: [states("restarted", ({ unit }) => ({ by: unit }))],
  },
});

const reader = part({
  kind: "reader",
  machine: setup({}).createMachine({
    id: "reader",
    initial: "empty",
    on: { "device.restarted": { target: ".empty", actions: emit({ type: "restarted" }) } },
    states: {
      empty: { on: { letter: { target: "holding", actions: emit({ type: "read" }) } } },
      holding: {
        after: { 10: { target: "empty", actions: emit({ type: "expire" }) } },
        on: {
          letter: { actions: emit({ type: "read" }) },
          "user.show": { actions: emit({ type: "show" }) },
          "user.discard": { actions: emit({ type: "discard" }) },
        },
      },
    },
  }),
  intents: {
    "user.show": { limit: "shows" },
    "user.discard": { carries: known(), limit: "discards" },
  },
  onRestart: "device.restarted",
  emits: {
    read: [
      states("read", ({ carried }) => ({ message: plaintextOf(key, carried)!.label })),
      keep(({ carried }) => ({ store: "drawer", term: plaintextOf(key, carried)! })),
    ],
    show: [disclose(() => ({ store: "drawer", to: "cyd", last: 2 }))],
    discard: [erase(({ carried }) => ({ store: "drawer", term: carried }))],
    expire: [
      states("expired", ({ name }) => ({ by: name })),
      { rule: "purge", make: () => ({ store: "drawer" }) },
    ],
    restarted: [states("restarted", ({ unit }) => ({ by: unit }))],
  },
});

type Post = Partial<Parameters<typeof channel>[1]> & { readonly drawer?: number };

/** Ana, the post (as given), Bob with his drawer, Cyd, and the service that may watch. */
export const letters = ({ drawer = 8, ...post }: Post = {}): Composition =>
  compose({
    parts: [
      writer.as("ana.writer", { owner: "ana", unit: "ana.phone" }, { over: "post" }),
      reader.as("bob.reader", { owner: "bob", unit: "bob.phone" }, {}),
    ],
    channels: [channel("post", { from: "ana.phone", to: "bob.phone", capacity: 4, ...post })],
    coalitions: [
      coalition("ana", [key]),
      coalition("bob", [key]),
      coalition("cyd"),
      coalition("service"),
    ],
    stores: [store("drawer", "bob", drawer)],
  });

export const everything = {
  mayDo: { ana: ["user.write", "user.copy"], bob: ["user.show", "user.discard"] },
  bound: { letters: 4, copies: 2, shows: 2, discards: 1 },
};

export const everyFault = {
  drop: 1,
  duplicate: 1,
  reorder: 1,
  delay: 1,
  offline: 1,
  crash: 2,
  skew: 1,
} as const;
