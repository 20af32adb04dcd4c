import { known, part, send } from "#sealcheck";
import { emit, setup } from "xstate";
import type { Mode } from "../cast.ts";
import { forCompanion } from "../keys.ts";

/**
 * What a business's app has kept of its chats. Whoever links a hosted companion may hand it what customers wrote
 * before, message by message; nobody asks those who wrote it.
 */
export const history = part<{ business: string }>({
  kind: "history",
  machine: setup({
    types: { events: {} as { type: "owner.shareHistory"; sees: { mode: Mode } } },
    guards: { hasCompanion: ({ event }) => event.sees.mode === "beside" },
    actions: { handOver: emit({ type: "wire.history" }) },
  }).createMachine({
    id: "history",
    initial: "keeping",
    states: {
      keeping: { on: { "owner.shareHistory": { guard: "hasCompanion", actions: "handOver" } } },
    },
  }),
  reads: {
    mode: {
      of: ({ business }) => `${business}.mode`,
      as: ({ value }) => value as string,
    },
  },
  intents: {
    "owner.shareHistory": {
      carries: known(({ about }, { business }) => about["to"] === business),
      limit: "history",
      opens: "grant",
    },
  },
  emits: {
    "wire.history": [
      send(({ business, carried }) => ({
        over: `${business}.desk→host/${business}`,
        to: `host/${business} archive`,
        event: { type: "net.history" },
        carrying: forCompanion(business, carried),
      })),
    ],
  },
});
