import { keep, part, purge } from "#sealcheck";
import { emit, setup } from "xstate";
import { states } from "../vocabulary.ts";

/** Days a vendor takes to delete what it holds once its contract has ended. */
export const purgeDays = 7;

/** An analytics vendor that records the chats of one business, each message as often as it is delivered. */
export const vendor = part<{ business: string; vendor: string }>({
  kind: "vendor",
  machine: setup({
    actions: {
      record: emit({ type: "record.kept" }),
      purge: emit({ type: "records.purged" }),
      hear: emit({ type: "contract.heard" }),
    },
    delays: { purgeDeadline: purgeDays },
  }).createMachine({
    id: "vendor",
    initial: "recording",
    states: {
      recording: {
        on: {
          "net.record": { actions: "record" },
          "net.revoked": "leaving",
          "net.contracted": {},
        },
      },
      leaving: {
        after: { purgeDeadline: { target: "left", actions: "purge" } },
        // A delivery that was already under way when the contract ended; deleted with the rest.
        on: {
          "net.record": { actions: "record" },
          "net.contracted": "recording",
        },
      },
      left: {
        on: { "net.record": {}, "net.contracted": { target: "recording", actions: "hear" } },
      },
    },
  }),
  emits: {
    "record.kept": [keep(({ name, carried }) => ({ store: `records of ${name}`, term: carried }))],
    "contract.heard": [
      states("hiredAgain", ({ business, vendor: who }) => ({ business, vendor: who })),
    ],
    "records.purged": [
      purge(({ name }) => ({ store: `records of ${name}` })),
      states("vendorPurged", ({ business, vendor: who }) => ({ business, vendor: who })),
    ],
  },
});
