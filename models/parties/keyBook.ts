import { anything, hash, part, publicKey, remember, send, tell } from "#sealcheck";
import { emit, setup } from "xstate";
import { bundleOf, phoneIn } from "../keys.ts";
import { states } from "../vocabulary.ts";
import type { Version } from "../version.ts";

interface KeyBookRoles {
  version: Version;
  device: string;
  peer: string;
  peerPhone: string;
  peerCompanion: string | undefined;
}

/** A new key takes the place of the old one, and whatever was compared counts for nothing. */
const change = [
  { guard: "tells", target: "unverified", actions: ["replace", "report", "tellOfChange"] },
  { target: "unverified", actions: ["replace", "report"] },
] as const;

/**
 * What one device has been told of another person's key, and whether its person has compared it. People compare when
 * they meet: one phone shows a number made of its key, and the other compares it with what the directory said.
 */
export const keyBook = part<KeyBookRoles, "phone", "phone" | "companion">({
  kind: "keyBook",
  machine: setup({
    types: {
      context: {} as { tells: boolean },
      input: {} as { tells: boolean },
      events: {} as
        | { type: "keys.arrived" | "net.keyChange"; setUp: string }
        | { type: "user.compare" | "number.shown" }
        | { type: "input.refused"; of: string },
    },
    guards: {
      tells: ({ context }) => context.tells,
      isNumber: ({ event }) => event.type === "input.refused" && event.of === "number.shown",
    },
    actions: {
      note: emit(({ event }) => ({ ...pick(event), type: "keys.note" })),
      replace: emit(({ event }) => ({ ...pick(event), type: "keys.replace" })),
      report: emit(({ event }) => ({ ...pick(event), type: "wire.seen" })),
      tellOfChange: emit({ type: "notice.keyChange" }),
      ask: emit({ type: "number.ask" }),
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
          "input.refused": {},
        },
      },
      unverified: {
        on: {
          "user.compare": { actions: "ask" },
          "number.shown": { target: "verified", actions: "agree" },
          "input.refused": [{ guard: "isNumber", target: "alarmed", actions: "differ" }, {}],
          "net.keyChange": change,
        },
      },
      verified: { on: { "net.keyChange": change, "input.refused": {} } },
      // The person knows better than to write, until there is another key.
      alarmed: { on: { "net.keyChange": change, "input.refused": {} } },
    },
  }),
  input: ({ version }) => ({ tells: version.keyChecks.includes("notices") }),
  intents: { "user.compare": {} },
  holds: ["phone"],
  accepts: {
    "net.keyChange": ({ version, peerCompanion }) =>
      bundleOf(version, anything("phone"), peerCompanion ? anything("companion") : undefined),
    "number.shown": ({ held }) => hash(held.phone),
  },
  onRefused: "input.refused",
  emits: {
    "keys.note": [remember(({ carried }) => ({ phone: phoneIn(carried) }))],
    "keys.replace": [
      remember(({ bound }) => ({ phone: publicKey(bound.phone) })),
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
    "number.ask": [
      tell(({ name, peerPhone }) => ({
        to: `${peerPhone}/identity`,
        event: { type: "number.asked", by: name },
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
const pick = (event: { type: string; setUp?: string } | { type: string; of: string }) =>
  "setUp" in event ? { setUp: event.setUp! } : {};
