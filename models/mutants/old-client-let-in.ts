import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A client that has never heard of hosting opens a hosted chat like any other.",
  breaks: ["P3.a", "P3.c"],
  of: businessConversation,
  guards: {
    isAnswered: ({ event }: { event: { sees?: { mode?: string } } }) =>
      event.sees?.mode !== undefined && event.sees.mode !== "changing",
  },
});
