import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A device opens chats without the notice that belongs before them.",
  breaks: ["P3.a", "P3.b", "P3.c", "P3.d", "P5.e"],
  of: businessConversation,
  guards: { mustBeTold: () => false },
});
