import { part, tell } from "#sealcheck";
import { emit, setup } from "xstate";
import { participants } from "./words.ts";

/** How many participants must be prepared before the transaction is committed; (seeded bug) one of them. */
export type Quorum = "every" | "some";

type Event =
  | { type: "commit"; sees: Readonly<Record<string, boolean>> }
  | { type: "abort"; sees: Readonly<Record<string, boolean>> };

/** Who decides. TMCommit and TMAbort of the specification are `commit` and `abort`. */
export const coordinator = part<{ quorum: Quorum }>({
  kind: "coordinator",
  machine: setup({
    types: {
      events: {} as Event,
      context: {} as { quorum: Quorum },
      input: {} as { quorum: Quorum },
    },
    guards: {
      isPrepared: ({ context: { quorum }, event: { sees } }) =>
        Object.values(sees)[quorum]((prepared) => prepared),
    },
  }).createMachine({
    id: "coordinator",
    context: ({ input: { quorum } }) => ({ quorum }),
    initial: "init",
    states: {
      init: {
        on: {
          commit: {
            guard: "isPrepared",
            target: "committed",
            actions: emit({ type: "commits" }),
          },
          abort: { target: "aborted", actions: emit({ type: "aborts" }) },
        },
      },
      committed: {},
      aborted: {},
    },
  }),
  input: ({ quorum }) => ({ quorum }),
  reads: Object.fromEntries(
    participants.map((participant) => [
      participant,
      { of: () => `vote ${participant}`, as: (seen) => seen.is("received") },
    ]),
  ),
  intents: { commit: {}, abort: {} },
  emits: {
    commits: [tell(() => ({ to: "commit", event: { type: "send" } }))],
    aborts: [tell(() => ({ to: "abort", event: { type: "send" } }))],
  },
});

/**
 * Whether the coordinator has received that one participant is prepared: one element of `tmPrepared`.
 * TMRcvPrepared of the specification is `receive`; it may happen again and again until there is a decision.
 */
export const vote = part<{ participant: string }>({
  kind: "vote",
  machine: setup({
    types: { events: {} as { type: "receive"; sees: { sent: boolean; undecided: boolean } } },
    guards: { isOpen: ({ event: { sees } }) => sees.sent && sees.undecided },
  }).createMachine({
    id: "vote",
    initial: "missing",
    on: { receive: { guard: "isOpen", target: ".received" } },
    states: { missing: {}, received: {} },
  }),
  reads: {
    sent: { of: ({ participant }) => `prepared ${participant}`, as: (seen) => seen.is("sent") },
    undecided: { of: () => "coordinator", as: (seen) => seen.is("init") },
  },
  intents: { receive: {} },
});
