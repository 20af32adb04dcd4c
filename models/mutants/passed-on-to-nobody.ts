import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A message that is passed on to a business goes nowhere.",
  breaks: ["SV.b.passed"],
  of: businessConversation,
  wiring: { "wire.forward": (honest) => honest.filter(({ rule }) => rule !== "send") },
});
