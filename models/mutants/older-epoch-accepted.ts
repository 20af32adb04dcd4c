import { sabotage } from "#sealcheck";
import { businessRelay } from "../parties/relay.ts";

export default sabotage({
  says: "The relay lets a message through that was written for an earlier mode.",
  breaks: ["P3.a"],
  of: businessRelay,
  guards: {
    isStale: ({ event }: { event: { sees: { mode: string } } }) => event.sees.mode === "changing",
  },
});
