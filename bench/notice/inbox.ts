import { part, send } from "#sealcheck";
import { emit, setup } from "xstate";

interface Roles {
  user: string;
  business: string;
}

/** What arrived from one user and waits to be read by the business, which sends a receipt. */
export const inbox = part<Roles>({
  kind: "inbox",
  machine: setup({
    types: { events: {} as { type: "message.arrives" | "agent.read" } },
    actions: { receipt: emit({ type: "message.read" }) },
  }).createMachine({
    id: "inbox",
    initial: "empty",
    states: {
      empty: { on: { "message.arrives": "waiting" } },
      waiting: {
        on: { "message.arrives": {}, "agent.read": { target: "empty", actions: "receipt" } },
      },
    },
  }),
  intents: { "agent.read": {} },
  emits: {
    "message.read": [
      send(({ user, business }) => ({
        over: `to ${user}`,
        to: `${user}/${business}`,
        event: { type: "net.receipt" },
      })),
    ],
  },
});
