import { part, tell } from "#sealcheck";
import { emit, setup } from "xstate";
import type { Mode } from "../cast.ts";

/**
 * The app of a business on its phone, beside which a hosted companion can stand. A changed phone registers anew, which
 * puts the companion out, and then asks whether to connect it again, with the box already ticked.
 */
export const onboarding = part<{ business: string }>({
  kind: "onboarding",
  machine: setup({
    types: {
      events: {} as
        | { type: "owner.changePhone"; sees: { mode: Mode } }
        | { type: "owner.continue" | "owner.untick" },
    },
    guards: {
      hasCompanion: ({ event }) =>
        event.type === "owner.changePhone" && event.sees.mode === "beside",
    },
    actions: {
      register: emit({ type: "phone.registers" }),
      reconnect: emit({ type: "phone.reconnects" }),
    },
  }).createMachine({
    id: "onboarding",
    initial: "running",
    states: {
      running: {
        on: {
          "owner.changePhone": { guard: "hasCompanion", target: "boxTicked", actions: "register" },
        },
      },
      boxTicked: {
        on: {
          "owner.continue": { target: "running", actions: "reconnect" },
          "owner.untick": "running",
        },
      },
    },
  }),
  reads: {
    mode: {
      of: ({ business }) => `${business}.mode`,
      as: ({ value }) => value as string,
      on: ["owner.changePhone"],
    },
  },
  intents: {
    "owner.changePhone": { limit: "phones" },
    "owner.continue": { opens: "opt-in" },
    "owner.untick": {},
  },
  emits: {
    "phone.registers": [
      tell(({ business }) => ({
        to: `${business}.mode`,
        event: { type: "phone.changed", to: "self" },
      })),
    ],
    "phone.reconnects": [
      tell(({ business }) => ({
        to: `${business}.mode`,
        event: { type: "phone.reconnected", to: "beside" },
      })),
    ],
  },
});
