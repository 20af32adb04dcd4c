import { part, purge } from "#sealcheck";
import { emit, setup } from "xstate";

/** Days that the host keeps a message at most. */
export const retentionDays = 30;

/** Deletes what the host stores for a business when its oldest message has lain there for the time allowed. */
export const retention = part<{ store: string }>({
  kind: "retention",
  machine: setup({
    actions: { purge: emit({ type: "store.expired" }) },
    delays: { retention: retentionDays },
  }).createMachine({
    id: "retention",
    initial: "empty",
    states: {
      empty: { on: { "store.kept": "holding" } },
      holding: {
        after: { retention: { target: "empty", actions: "purge" } },
        on: { "store.kept": {} },
      },
    },
  }),
  emits: { "store.expired": [purge(({ store }) => ({ store }))] },
});
