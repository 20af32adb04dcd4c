import { never, promise, vocabulary } from "#sealcheck";

/** A participant has settled on an outcome. */
interface Facts {
  committed: { participant: string };
  aborted: { participant: string };
}

export const { noun, states } = vocabulary<Facts>();

export const participants = ["r1", "r2", "r3"] as const;

const others = (participant: string): string[] =>
  participants.filter((other) => other !== participant);

/**
 * TCConsistent: no participant has aborted while another has committed. Each outcome is held against those of the
 * others when it is reached, so the promise needs no memory and adds no states.
 */
export const consistent = promise({
  id: "C",
  title: "One outcome",
  says: "A transaction is committed everywhere or nowhere.",
  source: "TCommit.tla, TCConsistent",
  invariants: {
    C: never({
      says: "no participant settles on one outcome while another stands by the other one",
      what: noun({
        of: ["committed", "aborted"],
        says: "a participant settles, and another has settled otherwise",
        when: ({ type, participant }, look) =>
          others(participant).some((other) =>
            look(other).is(type === "committed" ? "aborted" : "committed"),
          ),
      }),
      outOf: noun({ of: ["committed", "aborted"], says: "a participant settles" }),
    }),
  },
});
