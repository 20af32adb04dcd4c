import { sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "A device passes a message on although nobody has chosen to share it.",
  breaks: ["P1.a"],
  of: personalConversation,
  wiring: { "wire.forward": (honest) => honest.filter(({ rule }) => rule === "send") },
});
