import { part, send } from "sealcheck";
import { emit, setup } from "xstate";

/** Passes on whatever comes, as it comes. What it could read of it, sealcheck works out. */
export const server = part({
  kind: "server",
  machine: setup({
    actions: { pass: emit({ type: "letter.pass" }) },
  }).createMachine({
    id: "server",
    initial: "serving",
    states: {
      serving: { on: { "net.letter": { actions: "pass" } } },
    },
  }),
  emits: {
    "letter.pass": [send(() => ({ over: "server→bob", to: "bob", event: { type: "net.letter" } }))],
  },
});
