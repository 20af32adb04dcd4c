import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A device does not say that nobody else can read a chat.",
  breaks: ["P3.j"],
  of: businessConversation,
  guards: { isReassuring: () => false },
});
