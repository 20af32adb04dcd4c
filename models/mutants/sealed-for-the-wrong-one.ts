import { sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";
import { states } from "../vocabulary.ts";

export default sabotage({
  says: "A device says that it encrypts for somebody else than it does.",
  breaks: ["P1.l"],
  of: personalConversation,
  wiring: {
    "wire.message": (honest) => [
      ...honest.filter((effect) => !("type" in effect) || effect.type !== "encryptedFor"),
      states("encryptedFor", ({ device, peer, carried }) => ({
        message: carried.label,
        kind: "text" as const,
        recipient: device,
        addressed: device,
        device,
        peer,
      })),
    ],
  },
});
