import { breaks, scenario } from "#sealcheck";
import { removedMember } from "../../models/attacks/removedMember.ts";
import { secureMessaging } from "./promise.ts";

/** Who was removed from a group has its sender keys. As long as nobody makes new ones, they read on. */
export default scenario({
  says: "Ana writes to a group, removes Mallory from it, and writes again.",
  attack: { source: "Balbás, Collins and Gajland 2023: WhatsUpp with sender keys?" },
  protocols: [
    removedMember("kept-sender-key", "Ana goes on with the key that she has.", false),
    removedMember("new-sender-key", "Ana makes a new key when somebody is removed.", true),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { ana: ["user.write", "user.remove", "user.writeToTheRest"] },
  adversary: "listener",
  bound: { moves: 12, messages: 2 },
  about: ["SM.secret", "SM.read"],
  expects: {
    "kept-sender-key against listener": {
      "SM.secret": breaks("who was removed still has the key"),
    },
  },
});
