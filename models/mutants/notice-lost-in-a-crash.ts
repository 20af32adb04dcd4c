import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A device takes a notice for shown that it was about to show when it failed.",
  breaks: ["P3.b"],
  of: businessConversation,
  guards: { startsOver: () => false },
});
