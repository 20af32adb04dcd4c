import { keep, known, part, plaintextOf, purge } from "sealcheck";
import { emit, setup } from "xstate";
import { chatKey, states } from "../words.ts";

/** Days after which a message disappears. */
const disappears = 7;

/** Bob's phone: it shows what comes, forgets it after a week, and makes a backup whenever Bob likes. */
export const phone = part<{ backsUpEverything: boolean }>({
  kind: "phone",
  machine: setup({
    actions: {
      show: emit({ type: "message.show" }),
      forget: emit({ type: "chat.forget" }),
      copy: emit({ type: "chat.copy" }),
    },
    delays: { disappears },
  }).createMachine({
    id: "phone",
    initial: "empty",
    states: {
      empty: { on: { "net.message": { target: "showing", actions: "show" } } },
      showing: {
        after: { disappears: { target: "empty", actions: "forget" } },
        on: { "net.message": { actions: "show" }, "user.backUp": { actions: "copy" } },
      },
    },
  }),
  intents: { "user.backUp": { limit: "backups", carries: known() } },
  emits: {
    "message.show": [
      keep(({ carried }) => ({ store: "bob's chat", term: plaintextOf(chatKey, carried)! })),
      states("shown", ({ carried }) => ({ message: plaintextOf(chatKey, carried)!.label })),
    ],
    "chat.forget": [purge(() => ({ store: "bob's chat" }))],
    "chat.copy": [
      keep(({ carried, backsUpEverything }) =>
        backsUpEverything ? { store: "bob's backup", term: carried } : undefined,
      ),
    ],
  },
});
