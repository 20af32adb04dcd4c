import { part, tell } from "#sealcheck";
import { emit, setup } from "xstate";
import { states, type Process } from "./words.ts";

/** Whom a process that asks gives the turn to: the other one; (seeded bug) itself. */
export type Courtesy = "other" | "self";

interface Roles {
  other: Process;
  courtesy: Courtesy;
}

interface Event {
  type: "step";
  sees: { otherAsks: boolean; turn: string };
}

/**
 * A process that goes round and round between its own business and the critical section. Its states are the labels of
 * the specification: a0 `elsewhere`, a1 `asking`, a2 `yielding`, a3 `waiting`, cs `critical`, a4 `leaving`.
 */
export const process = part<Roles>({
  kind: "process",
  machine: setup({
    types: {
      events: {} as Event,
      context: {} as { other: Process },
      input: {} as { other: Process },
    },
    guards: {
      mayEnter: ({ context: { other }, event: { sees } }) => !sees.otherAsks || sees.turn !== other,
    },
  }).createMachine({
    id: "process",
    context: ({ input: { other } }) => ({ other }),
    initial: "elsewhere",
    states: {
      elsewhere: { on: { step: "asking" } },
      asking: { on: { step: { target: "yielding", actions: emit({ type: "asks" }) } } },
      yielding: { on: { step: { target: "waiting", actions: emit({ type: "yields" }) } } },
      waiting: {
        on: { step: { guard: "mayEnter", target: "critical", actions: emit({ type: "enters" }) } },
      },
      critical: { on: { step: "leaving" } },
      leaving: { on: { step: { target: "elsewhere", actions: emit({ type: "leaves" }) } } },
    },
  }),
  input: ({ other }) => ({ other }),
  reads: {
    otherAsks: { of: ({ other }) => `flag ${other}`, as: (seen) => seen.is("up") },
    turn: { of: () => "turn", as: ({ value }) => String(value) },
  },
  intents: { step: {} },
  emits: {
    asks: [tell(({ name }) => ({ to: `flag ${name}`, event: { type: "raise" } }))],
    yields: [
      tell(({ name, other, courtesy }) => ({
        to: "turn",
        event: { type: "give", to: courtesy === "other" ? other : name },
      })),
    ],
    enters: [states("entered", ({ name, other }) => ({ process: name as Process, other }))],
    leaves: [tell(({ name }) => ({ to: `flag ${name}`, event: { type: "lower" } }))],
  },
});
