import { learn, sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";
import { states } from "../vocabulary.ts";

export default sabotage({
  says: "The writing device sends a preview of the text along with the wake-up call.",
  breaks: ["P1.a", "P1.g"],
  of: personalConversation,
  wiring: {
    "wire.message": (honest) => [
      ...honest,
      learn(({ carried }) => ({ who: "push", term: carried })),
      states("pushed", ({ peerPhone }) => ({ device: peerPhone, content: "text" })),
    ],
  },
});
