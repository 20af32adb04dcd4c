import { part } from "#sealcheck";
import { setup } from "xstate";

/** A shared variable: whether one process asks for the critical section. */
export const flag = part({
  kind: "flag",
  machine: setup({}).createMachine({
    id: "flag",
    initial: "down",
    states: { down: { on: { raise: "up" } }, up: { on: { lower: "down" } } },
  }),
});

/** A shared variable: whose turn it is. */
export const turn = part({
  kind: "turn",
  machine: setup({
    types: { events: {} as { type: "give"; to: string } },
    guards: { isFirst: ({ event }) => event.to === "p1" },
  }).createMachine({
    id: "turn",
    initial: "p1",
    on: { give: [{ guard: "isFirst", target: ".p1" }, { target: ".p2" }] },
    states: { p1: {}, p2: {} },
  }),
});
