import { never, promise, vocabulary } from "#sealcheck";

export type Process = "p1" | "p2";

interface Facts {
  /** A process has entered the critical section. */
  entered: { process: Process; other: Process };
}

export const { noun, states } = vocabulary<Facts>();

/**
 * The last clause of the specification's invariant: never are both in the critical section (label cs) or about to leave
 * it (a4). It is judged whenever one enters, so it needs no memory and adds no states.
 */
export const exclusion = promise({
  id: "X",
  title: "Mutual exclusion",
  says: "Never are both processes in the critical section.",
  source: "Peterson.tla, Inv",
  invariants: {
    X: never({
      says: "no process enters while the other one is inside",
      what: noun({
        of: "entered",
        says: "a process enters, and the other one is inside",
        when: ({ other }, look) => look(other).is("critical") || look(other).is("leaving"),
      }),
      outOf: noun({ of: "entered", says: "a process enters" }),
    }),
  },
});
