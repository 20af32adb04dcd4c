import { part, send } from "#sealcheck";
import { emit, setup } from "xstate";
import type { Version } from "../version.ts";
import { states } from "../vocabulary.ts";

export interface TermsRoles {
  person: string;
  device: string;
  siblings: readonly string[];
  enforcedBy: Version["enforcedBy"];
}

/** Days after which a device that keeps its own date takes things away from somebody who has not accepted. */
export const deviceDeadline = 45;

/** What one device knows of the new terms, and what it does about them. */
export const terms = part<TermsRoles>({
  kind: "terms",
  machine: setup({
    types: { context: {} as { byDevice: boolean }, input: {} as { byDevice: boolean } },
    guards: { keepsDate: ({ context }) => context.byDevice },
    actions: {
      show: emit({ type: "terms.show" }),
      accept: emit({ type: "terms.accepted", late: false }),
      acceptLate: emit({ type: "terms.accepted", late: true }),
      withdraw: emit({ type: "terms.withdraw" }),
      note: emit({ type: "terms.known" }),
      limit: emit({ type: "terms.limit" }),
    },
    delays: { deadline: deviceDeadline },
  }).createMachine({
    id: "terms",
    context: ({ input }) => input,
    initial: "unknown",
    on: {
      "net.accepted": { target: ".accepted", actions: "note" },
      "device.restarted": {},
    },
    states: {
      unknown: { on: { "net.terms": "shown", "net.postponed": {}, "net.limit": {} } },
      shown: {
        entry: "show",
        after: { deadline: [{ guard: "keepsDate", target: "limited", actions: "limit" }, {}] },
        on: {
          "user.accept": { target: "accepted", actions: ["accept", "note"] },
          "net.postponed": { target: "unknown", actions: "withdraw" },
          "net.limit": { target: "limited", actions: "limit" },
          "net.terms": {},
          // Nobody knows whether they were on the screen before the device failed.
          "device.restarted": { actions: "show" },
        },
      },
      limited: {
        on: {
          "user.accept": { target: "accepted", actions: ["acceptLate", "note"] },
          "net.postponed": { target: "unknown", actions: "withdraw" },
          "net.terms": {},
          "net.limit": {},
        },
      },
      accepted: {
        on: {
          "net.terms": {},
          "net.postponed": {},
          "net.limit": {},
          // What the device kept tells it again.
          "device.restarted": { actions: ["accept", "note"] },
        },
      },
    },
  }),
  input: ({ enforcedBy }) => ({ byDevice: enforcedBy === "device" }),
  intents: { "user.accept": {} },
  onRestart: "device.restarted",
  emits: {
    "terms.show": [
      states("termsShown", ({ person, device }) => ({ person, device })),
      send(({ device, enforcedBy }) =>
        enforcedBy === "authority" ? toDesk(device, "net.shown") : undefined,
      ),
    ],
    "terms.accepted": [
      states("termsAccepted", ({ person, device, siblings, it }) =>
        [device, ...siblings].map((one) => ({ person, device: one, late: it["late"] as boolean })),
      ),
      send(({ device, enforcedBy }) =>
        enforcedBy === "authority" ? toDesk(device, "net.accepted") : undefined,
      ),
      send(({ device, siblings }) =>
        siblings.map((sibling) => ({
          over: `${device}→${sibling}`,
          to: `${sibling}/terms`,
          event: { type: "net.accepted" },
        })),
      ),
    ],
    "terms.known": [states("termsKnown", ({ person, device }) => ({ person, device }))],
    "terms.withdraw": [states("termsWithdrawn", ({ person, device }) => ({ person, device }))],
    "terms.limit": [states("limited", ({ device }) => ({ device }))],
  },
});

const toDesk = (device: string, type: string) => ({
  over: `${device}→policy`,
  to: `policy/${device}`,
  event: { type },
});
