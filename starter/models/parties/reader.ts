import { part, plaintextOf } from "sealcheck";
import { emit, setup } from "xstate";
import { envelope } from "../envelope.ts";
import { states } from "../words.ts";

/** Opens what arrives. */
export const reader = part({
  kind: "reader",
  machine: setup({
    actions: { open: emit({ type: "letter.open" }) },
  }).createMachine({
    id: "reader",
    initial: "waiting",
    states: {
      waiting: { on: { "net.letter": { actions: "open" } } },
    },
  }),
  emits: {
    "letter.open": [
      states("read", ({ carried }) => ({ message: plaintextOf(envelope, carried)!.label })),
    ],
  },
});
