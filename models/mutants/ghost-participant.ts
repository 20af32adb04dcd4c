import { fact, learn, sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "A device that nobody linked takes part in a chat, for the service.",
  breaks: ["P1.a", "P1.b"],
  of: personalConversation,
  wiring: {
    "wire.message": (honest) => [
      ...honest,
      fact("encryptedFor", ({ carried, device, peer }) => ({
        message: carried.label,
        recipient: "ghost",
        device,
        peer,
      })),
      learn(({ carried }) => ({ who: "service", term: carried })),
    ],
  },
});
