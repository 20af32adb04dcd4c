import {
  breaks,
  coalition,
  compose,
  part,
  protocol,
  scenario,
  type Composition,
  type PartView,
} from "#sealcheck";
import { emit, setup } from "xstate";
import { participants, states } from "../two-phase-commit/words.ts";

/** Whose outcome a participant looks at before it aborts: that of the others; (seeded bug) nobody's. */
type Regard = "others" | "nobody";

interface Roles {
  others: readonly string[];
  regard: Regard;
}

interface Event {
  type: "prepare" | "commit" | "abort";
  /** How the others stand. */
  sees: { first: string; second: string };
}

const standing = ({ value }: PartView): string => String(value);

/**
 * Who takes part in a transaction and sees how all the others stand. Prepare of the specification is `prepare`; the
 * two halves of Decide are `commit` and `abort`.
 */
const participant = part<Roles>({
  kind: "participant",
  machine: setup({
    types: {
      events: {} as Event,
      context: {} as { regard: Regard },
      input: {} as { regard: Regard },
    },
    guards: {
      canCommit: ({ event: { sees } }) =>
        Object.values(sees).every((other) => other === "prepared" || other === "committed"),
      notCommitted: ({ context: { regard }, event: { sees } }) =>
        regard === "nobody" || Object.values(sees).every((other) => other !== "committed"),
    },
  }).createMachine({
    id: "participant",
    context: ({ input: { regard } }) => ({ regard }),
    initial: "working",
    states: {
      working: {
        on: {
          prepare: "prepared",
          abort: { guard: "notCommitted", target: "aborted", actions: emit({ type: "aborted" }) },
        },
      },
      prepared: {
        on: {
          commit: { guard: "canCommit", target: "committed", actions: emit({ type: "committed" }) },
          abort: { guard: "notCommitted", target: "aborted", actions: emit({ type: "aborted" }) },
        },
      },
      committed: {},
      aborted: {},
    },
  }),
  input: ({ regard }) => ({ regard }),
  reads: {
    first: { of: ({ others }) => others[0], as: standing },
    second: { of: ({ others }) => others[1], as: standing },
  },
  intents: { prepare: {}, commit: {}, abort: {} },
  emits: {
    committed: [states("committed", ({ name }) => ({ participant: name }))],
    aborted: [states("aborted", ({ name }) => ({ participant: name }))],
  },
});

/**
 * Transaction commit as in TCommit.tla of the TLA+ examples (github.com/tlaplus/Examples,
 * specifications/transaction_commit) with three participants, there called resource managers. The manifest.json beside
 * it publishes what TLC finds: 34 distinct states, 94 states generated (the initial one and one for each move), depth 7
 * (6 moves).
 *
 * How states map: `rmState[r]` is the state of part `r`, and there is nothing else.
 */
const composition = (regard: Regard): Composition =>
  compose({
    parts: participants.map((name) => {
      const others = participants.filter((other) => other !== name);
      return participant.as(name, { owner: name }, { others, regard });
    }),
    coalitions: participants.map((name) => coalition(name)),
  });

export const transactionCommit = protocol<object>({
  name: "transaction-commit",
  says: "Participants decide at once, seeing how all the others stand.",
  compose: () => composition("others"),
});

/** All three prepare and one commits; then another aborts: five moves. */
export const blind = protocol<object>({
  name: "blind transaction-commit",
  says: "Participants abort without looking at the others.",
  compose: () => composition("nobody"),
});

export const deciding = scenario<object>({
  says: "Everybody does what they may, in any order.",
  protocols: [transactionCommit, blind],
  cast: {},
  mayDo: Object.fromEntries(participants.map((name) => [name, ["prepare", "commit", "abort"]])),
  bound: { moves: 20 },
  expects: { [blind.name]: { C: breaks("a participant that is prepared aborts after a commit") } },
});
