import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A chat is said to be open and stays closed.",
  breaks: ["P3.k"],
  of: businessConversation,
  machine: { states: { opening: { always: [{ target: "closed", actions: "enter" }] } } },
});
