import { part, send } from "#sealcheck";
import { emit, setup } from "xstate";
import { states } from "../vocabulary.ts";
import { noticeDays } from "./policyAuthority.ts";

/**
 * What the authority knows of one device: when it showed the terms, and whether they were accepted. Only a device
 * that has shown them for long enough can be limited, and only by the authority's own step.
 */
export const policyDesk = part<{ device: string }>({
  kind: "policyDesk",
  machine: setup({
    actions: { limit: emit({ type: "wire.limit" }), hear: emit({ type: "acceptance.heard" }) },
    delays: { timeToUnderstand: noticeDays },
  }).createMachine({
    id: "policyDesk",
    initial: "unaware",
    on: { "net.accepted": { target: ".accepted", actions: "hear" } },
    states: {
      unaware: { on: { "net.shown": "waiting", "authority.limits": {} } },
      waiting: {
        after: { timeToUnderstand: "informed" },
        on: { "authority.limits": {}, "net.shown": {} },
      },
      informed: { on: { "authority.limits": { actions: "limit" }, "net.shown": {} } },
      // A device that failed tells it again, and what is known is known.
      accepted: { on: { "net.accepted": {}, "authority.limits": {}, "net.shown": {} } },
    },
  }),
  emits: {
    "acceptance.heard": [states("acceptanceHeard", ({ device }) => ({ device }))],
    "wire.limit": [
      states("limitOrdered", ({ device }) => ({ device })),
      send(({ device }) => ({
        over: `policy→${device}`,
        to: `${device}/terms`,
        event: { type: "net.limit" },
      })),
    ],
  },
});
