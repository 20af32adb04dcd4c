import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "Chats with hosted businesses never open, so that nobody can be exposed in them.",
  breaks: ["SV.d"],
  of: businessConversation,
  guards: {
    isAnswered: ({ event }: { event: { sees?: { mode?: string } } }) =>
      event.sees?.mode === "self" || event.sees?.mode === "provider",
  },
});
