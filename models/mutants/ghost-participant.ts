import { fact, learn, sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "A device that nobody linked takes part in a chat, for the service.",
  breaks: ["P1.a", "P1.b"],
  of: personalConversation,
  wiring: {
    "wire.message": (honest) => [
      ...honest,
      fact("encryptedFor", ({ carried }) => ({ message: carried.label, recipient: "ghost" })),
      learn(({ carried }) => ({ who: "service", term: carried })),
    ],
  },
});
