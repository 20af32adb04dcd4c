import { part, tell } from "#sealcheck";
import { emit, setup } from "xstate";
import { states } from "./words.ts";

type Event =
  | { type: "prepare" | "abort" }
  | { type: "receive.commit" | "receive.abort"; sees: { commit: boolean; abort: boolean } };

/**
 * Somebody who takes part in the transaction. RMPrepare, RMChooseToAbort, RMRcvCommitMsg and RMRcvAbortMsg of the
 * specification are `prepare`, `abort`, `receive.commit` and `receive.abort`; the last two are possible in every
 * state, and again and again.
 */
export const participant = part({
  kind: "participant",
  machine: setup({
    types: { events: {} as Event },
    guards: {
      isCommit: ({ event }) => event.type === "receive.commit" && event.sees.commit,
      isAbort: ({ event }) => event.type === "receive.abort" && event.sees.abort,
    },
  }).createMachine({
    id: "participant",
    initial: "working",
    on: {
      "receive.commit": {
        guard: "isCommit",
        target: ".committed",
        actions: emit({ type: "committed" }),
      },
      "receive.abort": {
        guard: "isAbort",
        target: ".aborted",
        actions: emit({ type: "aborted" }),
      },
    },
    states: {
      working: {
        on: {
          prepare: { target: "prepared", actions: emit({ type: "prepared" }) },
          abort: { target: "aborted", actions: emit({ type: "aborted" }) },
        },
      },
      prepared: {},
      committed: {},
      aborted: {},
    },
  }),
  reads: {
    commit: { of: () => "commit", as: (seen) => seen.is("sent"), on: ["receive.commit"] },
    abort: { of: () => "abort", as: (seen) => seen.is("sent"), on: ["receive.abort"] },
  },
  intents: { prepare: {}, abort: {}, "receive.commit": {}, "receive.abort": {} },
  emits: {
    prepared: [tell(({ name }) => ({ to: `prepared ${name}`, event: { type: "send" } }))],
    committed: [states("committed", ({ name }) => ({ participant: name }))],
    aborted: [states("aborted", ({ name }) => ({ participant: name }))],
  },
});
