import { body, encrypt, fresh, part, send } from "sealcheck";
import { emit, setup } from "xstate";
import { chatKey, states } from "../words.ts";

/** Ana, who writes messages that are to disappear. */
export const writer = part({
  kind: "writer",
  machine: setup({
    actions: { write: emit({ type: "message.write" }) },
  }).createMachine({
    id: "writer",
    initial: "chatting",
    states: { chatting: { on: { "user.write": { actions: "write" } } } },
  }),
  intents: {
    "user.write": {
      limit: "messages",
      carries: fresh((_, count) => body(`message ${count}`, {})),
    },
  },
  emits: {
    "message.write": [
      states("written", ({ carried }) => ({ message: carried.label })),
      send(({ carried }) => ({
        over: "ana→bob",
        to: "bob",
        event: { type: "net.message" },
        carrying: encrypt(chatKey, carried),
      })),
    ],
  },
});
