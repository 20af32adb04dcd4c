import { atom, learn, part } from "#sealcheck";
import { emit, setup } from "xstate";
import { states } from "../vocabulary.ts";

/** Wakes a device up from outside the encrypted channel. It is told that there is something, never what. */
export const pushService = part<{ device: string }>({
  kind: "pushService",
  machine: setup({ actions: { wakeUp: emit({ type: "push.wakesUp" }) } }).createMachine({
    id: "pushService",
    initial: "listening",
    states: { listening: { on: { "relay.wakes": { actions: "wakeUp" } } } },
  }),
  emits: {
    "push.wakesUp": [
      learn(({ owner }) => ({ who: owner, term: atom("wake-up") })),
      states("pushed", ({ device }) => ({ device, content: "none" })),
    ],
  },
});
