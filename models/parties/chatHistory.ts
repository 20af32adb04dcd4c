import { part, purge } from "#sealcheck";
import { emit, setup } from "xstate";

/** What a device keeps of its person's chats, which they may delete. What other programs keep is not theirs to delete. */
export const chatHistory = part<{ logs: readonly string[] }>({
  kind: "chatHistory",
  machine: setup({ actions: { clear: emit({ type: "history.clears" }) } }).createMachine({
    id: "chatHistory",
    initial: "kept",
    states: { kept: { on: { "user.clear": { actions: "clear" } } } },
  }),
  intents: { "user.clear": { limit: "clearings" } },
  emits: { "history.clears": [purge(({ logs }) => logs.map((store) => ({ store })))] },
});
