import { part, send, tell } from "#sealcheck";
import { assign, emit, setup } from "xstate";
import { states } from "../vocabulary.ts";

/** Days between an announcement and the day the terms take effect. */
export const noticeDays = 30;

/** Who decides about the terms: announces, reminds, postpones, announces again, lets them take effect, limits. */
export const policyAuthority = part<{ devices: readonly string[]; desks: readonly string[] }>({
  kind: "policyAuthority",
  machine: setup({
    types: { context: {} as { revision: number } },
    actions: {
      revise: assign(({ context }) => ({ revision: Math.min(context.revision + 1, 3) })),
      announce: emit(({ context }) => ({ type: "policy.announces", revision: context.revision })),
      postpone: emit(({ context }) => ({ type: "policy.postpones", revision: context.revision })),
      enforce: emit(({ context }) => ({ type: "policy.takesEffect", revision: context.revision })),
      remind: emit(({ context }) => ({ type: "policy.reminds", revision: context.revision })),
      limit: emit({ type: "policy.limits" }),
    },
    delays: { effectiveDate: noticeDays },
  }).createMachine({
    id: "policyAuthority",
    context: { revision: 0 },
    initial: "draft",
    states: {
      draft: { on: { "authority.announce": "announced" } },
      announced: {
        entry: ["revise", "announce"],
        after: { effectiveDate: { target: "effective", actions: "enforce" } },
        on: { "authority.postpone": "postponed", "authority.remind": { actions: "remind" } },
      },
      postponed: { entry: "postpone", on: { "authority.announce": "announced" } },
      effective: {
        on: {
          "authority.remind": { actions: "remind" },
          "authority.limit": { target: "limiting", actions: "limit" },
        },
      },
      limiting: { on: { "authority.withdraw": "effective" } },
    },
  }),
  intents: {
    "authority.announce": { limit: "revisions" },
    "authority.postpone": {},
    "authority.remind": { limit: "revisions" },
    "authority.limit": { limit: "revisions" },
    "authority.withdraw": {},
  },
  emits: {
    "policy.announces": [
      states("policyAnnounced", ({ it }) => ({ revision: it["revision"] as number })),
      send(({ devices }) => devices.map((device) => toDevice(device, "net.terms"))),
    ],
    "policy.reminds": [
      states("policyReminded", ({ it }) => ({ revision: it["revision"] as number })),
      send(({ devices }) => devices.map((device) => toDevice(device, "net.terms"))),
    ],
    "policy.postpones": [
      states("policyPostponed", ({ it }) => ({ revision: it["revision"] as number })),
      send(({ devices }) => devices.map((device) => toDevice(device, "net.postponed"))),
    ],
    "policy.takesEffect": [
      states("policyEffective", ({ it }) => ({ revision: it["revision"] as number })),
    ],
    "policy.limits": [
      tell(({ desks }) => desks.map((to) => ({ to, event: { type: "authority.limits" } }))),
    ],
  },
});

const toDevice = (device: string, type: string) => ({
  over: `policy→${device}`,
  to: `${device}/terms`,
  event: { type },
});
