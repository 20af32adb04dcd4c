import { sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "A report is sent before the person has agreed to it.",
  breaks: ["P1.c.consent"],
  of: personalConversation,
  wiring: { "report.sends": ([consent, shows]) => [shows!, consent!] },
});
