import { sabotage, send } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "A device sends a text unsealed, as if the other's keys could not be had.",
  breaks: ["P1.a"],
  of: personalConversation,
  wiring: {
    "wire.message": (honest) => [
      ...honest,
      send(({ person, device, peerPhone, carried }) => ({
        over: `${device}→relay`,
        to: `relay/${peerPhone}`,
        event: { type: "net.envelope", from: person, holds: "blob" },
        carrying: carried,
      })),
    ],
  },
});
