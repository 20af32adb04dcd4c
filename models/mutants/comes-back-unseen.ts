import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A message comes back, and the device does not tell its person.",
  breaks: ["SV.t"],
  of: businessConversation,
  wiring: { "message.returns": () => [] },
});
