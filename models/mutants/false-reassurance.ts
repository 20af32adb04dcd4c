import { sabotage, type Here } from "#sealcheck";
import { businessConversation, type ConversationRoles } from "../parties/businessConversation.ts";
import { states } from "../vocabulary.ts";

export default sabotage({
  says: "A device says that nobody else can read a chat, whoever can.",
  breaks: ["P3.a", "P3.f"],
  of: businessConversation,
  wiring: {
    "notice.renders": () => [
      states("noticeRendered", ({ device, business, it }: Here<ConversationRoles>) => ({
        device,
        business,
        class: "none",
        stamp: it["stamp"] as number,
        again: it["again"] as boolean,
      })),
    ],
  },
});
