import { sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "A device shows no message.",
  breaks: ["SV.a"],
  of: personalConversation,
  wiring: { "message.shows": () => [] },
});
