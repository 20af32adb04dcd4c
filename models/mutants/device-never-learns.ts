import { sabotage } from "#sealcheck";
import { assign } from "xstate";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A device asks who handles a chat, and goes by what it knew before.",
  breaks: ["SV.b.changed"],
  of: businessConversation,
  actions: { learn: assign({}) },
});
