import { part } from "#sealcheck";
import { setup } from "xstate";

/**
 * One message of the protocol, and whether it was ever sent. Messages are never used up: in the specification they are
 * a set that only grows, and receiving one is acting on its being there.
 */
export const letter = part({
  kind: "letter",
  machine: setup({}).createMachine({
    id: "letter",
    initial: "unsent",
    states: { unsent: { on: { send: "sent" } }, sent: {} },
  }),
});
