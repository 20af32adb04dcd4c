import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A person can write while the notice is still on the screen.",
  breaks: ["P3.h"],
  of: businessConversation,
  machine: { states: { notice: { on: { "user.compose": { actions: "write" } } } } },
});
