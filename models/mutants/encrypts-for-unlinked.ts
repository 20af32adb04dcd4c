import { sabotage } from "#sealcheck";
import { emit } from "xstate";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "What is passed on is encrypted for companions that were unlinked.",
  breaks: ["P1.b"],
  of: personalConversation,
  actions: { pass: emit({ type: "wire.forward", kind: "text", companion: true }) },
});
