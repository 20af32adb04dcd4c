import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A chat opens without a word that the person can write now.",
  breaks: ["P3.l"],
  of: businessConversation,
  wiring: { "chat.opens": () => [] },
});
