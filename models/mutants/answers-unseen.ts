import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A device does not show what a business answers.",
  breaks: ["SV.e"],
  of: businessConversation,
  wiring: { "message.shows": () => [] },
});
