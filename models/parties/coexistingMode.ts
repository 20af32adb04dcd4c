import { part } from "#sealcheck";
import {
  atOnce,
  begins,
  changes,
  modeIntents,
  modeWiring,
  to,
  type ModeRoles,
} from "./modeChanges.ts";

const { "owner.switch": change, "owner.switchAtOnce": changeAtOnce } = modeIntents;

/** What the new phone asked has been answered otherwise by then. */
const reconnected = { "phone.reconnected": {} };

/**
 * How a business handles its chats, where a hosted companion can stand beside its own app. A changed phone puts the
 * companion out; what the new phone asks may bring it back.
 */
export const coexistingMode = part<ModeRoles>({
  kind: "coexistingMode",
  machine: atOnce.createMachine({
    id: "coexistingMode",
    context: ({ input }) => ({ stamp: 0, mode: input.starts }),
    initial: "starting",
    states: {
      starting: { always: begins("self", "provider", "hosted", "both", "beside") },
      self: {
        on: {
          ...changes("provider", "hosted", "both", "beside"),
          "phone.reconnected": to("beside"),
        },
      },
      provider: { on: { ...changes("self", "hosted", "both", "beside"), ...reconnected } },
      hosted: {
        tags: "hosting",
        on: { ...changes("self", "provider", "both", "beside"), ...reconnected },
      },
      both: {
        tags: "hosting",
        on: { ...changes("self", "provider", "hosted", "beside"), ...reconnected },
      },
      beside: {
        tags: "hosting",
        on: {
          ...changes("self", "provider", "hosted", "both"),
          "phone.changed": to("self"),
          ...reconnected,
        },
      },
    },
  }),
  input: ({ starts }) => ({ starts }),
  intents: { "owner.switch": change!, "owner.switchAtOnce": changeAtOnce! },
  emits: modeWiring,
});
