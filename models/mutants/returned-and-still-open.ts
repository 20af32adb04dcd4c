import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A chat stays open when a message came back because the business has changed.",
  breaks: ["P3.i"],
  of: businessConversation,
  machine: { states: { open: { on: { "net.bounce": [{ actions: "takeBack" }] } } } },
});
