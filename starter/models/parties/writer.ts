import { body, encrypt, fresh, part, send } from "sealcheck";
import { emit, setup } from "xstate";
import { envelope } from "../envelope.ts";
import { states } from "../words.ts";

/** Whoever writes: each letter is new, and goes to the server in an envelope. */
export const writer = part({
  kind: "writer",
  machine: setup({
    actions: { post: emit({ type: "letter.post" }) },
  }).createMachine({
    id: "writer",
    initial: "idle",
    states: {
      idle: { on: { "user.write": { actions: "post" } } },
    },
  }),
  intents: {
    "user.write": {
      limit: "letters",
      carries: fresh((_, count) => body(`letter ${count}`, { from: "ana", to: "bob" })),
    },
  },
  emits: {
    "letter.post": [
      states("written", ({ carried }) => ({ message: carried.label })),
      send(({ carried }) => ({
        over: "ana→server",
        to: "server",
        event: { type: "net.letter" },
        carrying: encrypt(envelope, carried),
      })),
    ],
  },
});
