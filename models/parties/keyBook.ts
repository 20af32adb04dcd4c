import { anything, hash, part, remember, send, tell } from "#sealcheck";
import { emit, setup } from "xstate";
import { bundleOf, keysIn, setUpsOf } from "../keys.ts";
import type { Version } from "../version.ts";
import { states } from "../vocabulary.ts";

interface KeyBookRoles {
  version: Version;
  device: string;
  peer: string;
  peerCompanion: string | undefined;
}

/** A new key takes the place of the old one, and whatever was compared counts for nothing. */
const change = [
  { guard: "tells", target: "unverified", actions: ["replace", "report", "tellOfChange"] },
  { target: "unverified", actions: ["replace", "report"] },
] as const;

/** What one device has been told of another person's key, and whether its person has compared it. */
export const keyBook = part<KeyBookRoles, "phone">({
  kind: "keyBook",
  machine: setup({
    types: {
      context: {} as { tells: boolean },
      input: {} as { tells: boolean },
      events: {} as
        | { type: "keys.arrived" | "net.keyChange"; setUp: string }
        | { type: "number.asked"; by: string }
        | { type: "numbers.agree" | "numbers.differ" },
    },
    guards: { tells: ({ context }) => context.tells },
    actions: {
      note: emit(({ event }) => ({ ...pick(event), type: "keys.note" })),
      replace: emit(({ event }) => ({ ...pick(event), type: "keys.replace" })),
      report: emit(({ event }) => ({ ...pick(event), type: "wire.seen" })),
      tellOfChange: emit({ type: "notice.keyChange" }),
      show: emit(({ event }) => ({ type: "number.shows", by: (event as { by: string }).by })),
      agree: emit({ type: "numbers.compared", alike: true }),
      differ: emit({ type: "numbers.compared", alike: false }),
    },
  }).createMachine({
    id: "keyBook",
    context: ({ input }) => input,
    initial: "empty",
    states: {
      empty: {
        on: {
          "keys.arrived": { target: "unverified", actions: ["note", "report"] },
          "net.keyChange": {},
        },
      },
      unverified: {
        on: {
          "number.asked": { actions: "show" },
          "numbers.agree": { target: "verified", actions: "agree" },
          "numbers.differ": { target: "alarmed", actions: "differ" },
          "net.keyChange": change,
        },
      },
      verified: { on: { "net.keyChange": change } },
      // The person knows better than to write, until there is another key.
      alarmed: { on: { "net.keyChange": change } },
    },
  }),
  input: ({ version }) => ({ tells: version.keyChecks.includes("notices") }),
  holds: ["phone"],
  accepts: {
    "net.keyChange": {
      fields: ({ version }) => ({ setUp: setUpsOf(version) }),
      term: ({ version, peerCompanion }) =>
        bundleOf(version, anything("phone"), peerCompanion ? anything("companion") : undefined),
    },
  },
  emits: {
    "keys.note": [remember(({ carried }) => ({ phone: keysIn(carried).phone }))],
    "keys.replace": [
      remember(({ carried }) => ({ phone: keysIn(carried).phone })),
      states("keysChanged", ({ device, peer }) => ({ device, peer })),
      tell(({ device, peer }) => ({ to: `${device}/${peer}`, event: { type: "keys.changed" } })),
    ],
    "wire.seen": [
      send(({ version, device, peer, it }) =>
        version.keyChecks.includes("audits")
          ? {
              over: `${device}→auditor`,
              to: `auditor/${peer}`,
              event: { type: "net.seen", setUp: it["setUp"]! },
            }
          : undefined,
      ),
    ],
    "notice.keyChange": [states("keyChangeShown", ({ device, peer }) => ({ device, peer }))],
    "number.shows": [
      tell(({ held, it }) => ({
        to: it["by"] as string,
        event: { type: "own.number" },
        carrying: hash(held.phone),
      })),
    ],
    "numbers.compared": [
      states("keysCompared", ({ device, peer, it }) => ({
        device,
        peer,
        alike: it["alike"] as boolean,
      })),
    ],
  },
});

/** Which of the keys that the person has published it says it is. */
const pick = (event: { type: string; setUp?: string } | { type: string; by: string }) =>
  "setUp" in event ? { setUp: event.setUp! } : {};
