import { sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "A report shows nothing to anybody.",
  breaks: ["SV.k"],
  of: personalConversation,
  wiring: { "report.sends": (honest) => honest.slice(0, 1) },
});
