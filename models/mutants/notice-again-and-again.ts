import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A device shows the same notice whenever its chat is opened.",
  breaks: ["P3.g"],
  of: businessConversation,
  guards: { wasShown: () => false },
});
