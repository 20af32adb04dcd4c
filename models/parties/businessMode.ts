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

/** A changed phone brings back what was chosen on the old one: the hosting. */
const restored = { "owner.restore": to("hosted") };

/** How a business handles its chats, and since which change. Here a change takes effect at once, wherever messages are. */
export const businessMode = part<ModeRoles>({
  kind: "businessMode",
  machine: atOnce.createMachine({
    id: "businessMode",
    context: ({ input }) => ({ stamp: 0, mode: input.starts }),
    initial: "starting",
    states: {
      starting: { always: begins("self", "provider", "hosted", "both") },
      self: { on: { ...changes("provider", "hosted", "both"), ...restored } },
      provider: { on: { ...changes("self", "hosted", "both"), ...restored } },
      hosted: { tags: "hosting", on: changes("self", "provider", "both") },
      both: { tags: "hosting", on: { ...changes("self", "provider", "hosted"), ...restored } },
    },
  }),
  input: ({ starts }) => ({ starts }),
  intents: modeIntents,
  emits: modeWiring,
});
