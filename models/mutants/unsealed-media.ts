import { sabotage, send } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "Pictures, voice notes and calls are uploaded unsealed.",
  breaks: ["P1.d"],
  of: personalConversation,
  wiring: {
    "wire.message": (honest) => [
      ...honest,
      send(({ device, person, peerPhone, carried, it }) =>
        it["kind"] === "text"
          ? undefined
          : {
              over: `${device}→media`,
              to: "media",
              event: { type: "net.upload", from: person, for: peerPhone },
              carrying: carried,
            },
      ),
    ],
  },
});
