import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A message can be passed on to a business whose chat is not open.",
  breaks: ["P3.n"],
  of: businessConversation,
  machine: { states: { closed: { on: { "user.forward": { actions: "pass" } } } } },
});
