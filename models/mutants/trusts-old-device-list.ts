import { sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "A device never hears that a companion of the other's was unlinked, and goes on writing to it.",
  breaks: ["P1.b"],
  of: personalConversation,
  reads: {
    companion: {
      of: ({ peerCompanion }) => peerCompanion && `${peerCompanion}/linking`,
      as: () => true,
      on: ["user.compose", "user.forward"],
    },
  },
});
