import { keep, part, plaintextOf, tell } from "#sealcheck";
import { emit, setup } from "xstate";
import { companionKey } from "../keys.ts";

/** Where a hosted companion puts what it gets of a business's history: the store of all that it opens. */
export const archive = part<{ business: string; endpoint: string }>({
  kind: "archive",
  machine: setup({ actions: { add: emit({ type: "archive.adds" }) } }).createMachine({
    id: "archive",
    initial: "receiving",
    states: { receiving: { on: { "net.history": { actions: "add" } } } },
  }),
  emits: {
    "archive.adds": [
      keep(({ business, endpoint, carried }) => ({
        store: `store of ${endpoint}`,
        term: plaintextOf(companionKey(business), carried)!,
      })),
      tell(({ endpoint }) => ({ to: `${endpoint} retention`, event: { type: "store.kept" } })),
    ],
  },
});
