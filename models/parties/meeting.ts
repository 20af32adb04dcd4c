import { part, remember, tell } from "#sealcheck";
import { emit, setup } from "xstate";

interface MeetingRoles {
  /** What the person's device has been told of the peer's keys. */
  keys: string;
  peerPhone: string;
}

/**
 * Two people meet: one looks at the number on the other's phone, and compares it with that on their own device. Nobody
 * in between carries it, so nobody can make it up.
 */
export const meeting = part<MeetingRoles, "own">({
  kind: "meeting",
  machine: setup({
    types: {
      events: {} as
        | { type: "user.compare"; sees: { keys: string } }
        | { type: "own.number" | "peer.number" | "input.refused" },
    },
    guards: {
      isOpen: ({ event }) => event.type === "user.compare" && event.sees.keys === "unverified",
    },
    actions: {
      ask: emit({ type: "numbers.ask" }),
      note: emit({ type: "number.note" }),
      agree: emit({ type: "numbers.agree" }),
      differ: emit({ type: "numbers.differ" }),
    },
  }).createMachine({
    id: "meeting",
    initial: "apart",
    states: {
      apart: {
        on: {
          "user.compare": { guard: "isOpen", actions: "ask" },
          "own.number": { actions: "note" },
          "peer.number": { actions: "agree" },
          "input.refused": { actions: "differ" },
        },
      },
    },
  }),
  reads: {
    keys: {
      of: ({ keys }) => keys,
      as: ({ value }) => value as string,
      on: ["user.compare"],
    },
  },
  intents: { "user.compare": {} },
  holds: ["own"],
  accepts: { "peer.number": ({ held }) => held.own },
  onRefused: "input.refused",
  emits: {
    "numbers.ask": [
      tell(({ name, keys }) => ({ to: keys, event: { type: "number.asked", by: name } })),
      tell(({ name, peerPhone }) => ({
        to: `${peerPhone}/identity`,
        event: { type: "number.asked", by: name },
      })),
    ],
    "number.note": [remember(({ carried }) => ({ own: carried }))],
    "numbers.agree": [tell(({ keys }) => ({ to: keys, event: { type: "numbers.agree" } }))],
    "numbers.differ": [tell(({ keys }) => ({ to: keys, event: { type: "numbers.differ" } }))],
  },
});
