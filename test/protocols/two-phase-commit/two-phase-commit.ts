import { breaks, coalition, compose, protocol, scenario, type Composition } from "#sealcheck";
import { letter } from "./letter.ts";
import { participant } from "./participant.ts";
import { coordinator, vote, type Quorum } from "./coordinator.ts";
import { participants } from "./words.ts";

/**
 * Two-phase commit as in TwoPhase.tla of the TLA+ examples (github.com/tlaplus/Examples,
 * specifications/transaction_commit) with three participants, there called resource managers. The manifest.json beside
 * it publishes what TLC finds: 288 distinct states, 1146 states generated (the initial one and one for each move),
 * depth 11 (10 moves).
 *
 * How states map: `rmState[r]` is the state of part `r`, `tmState` that of `coordinator`, `tmPrepared` contains `r` when
 * `vote r` is received, `msgs` contains a message when its letter is sent. No part has any other state, nobody learns
 * anything, and every action of the specification is one intent, receipts included.
 */
const composition = (quorum: Quorum): Composition =>
  compose({
    parts: [
      coordinator.as("coordinator", { owner: "coordinator" }, { quorum }),
      ...participants.flatMap((name) => [
        participant.as(name, { owner: name }, {}),
        vote.as(`vote ${name}`, { owner: "coordinator" }, { participant: name }),
        letter.as(`prepared ${name}`, { owner: "network" }, {}),
      ]),
      ...["commit", "abort"].map((name) => letter.as(name, { owner: "network" }, {})),
    ],
    coalitions: ["coordinator", "network", ...participants].map((name) => coalition(name)),
  });

export const twoPhaseCommit = protocol<object>({
  name: "two-phase-commit",
  says: "The coordinator commits when every participant is prepared.",
  compose: () => composition("every"),
});

/** Somebody prepares and is heard, the transaction is committed and that is heard; then another aborts: five moves. */
export const hasty = protocol<object>({
  name: "hasty two-phase commit",
  says: "The coordinator commits when some participant is prepared.",
  compose: () => composition("some"),
});

export const transaction = scenario<object>({
  says: "Everybody does what they may, in any order.",
  protocols: [twoPhaseCommit, hasty],
  cast: {},
  mayDo: {
    coordinator: ["commit", "abort", "receive"],
    ...Object.fromEntries(
      participants.map((name) => [name, ["prepare", "abort", "receive.commit", "receive.abort"]]),
    ),
  },
  bound: { moves: 20 },
  expects: { [hasty.name]: { C: breaks("whoever was not asked may still abort") } },
});
