import { breaks, scenario } from "#sealcheck";
import { newKey } from "../../models/attacks/newKey.ts";
import { secureMessaging } from "./promise.ts";

/** The service holds a message back and says that the receiver has a new phone: a client that encrypts again without being asked does so for the service. */
export default scenario({
  says: "Ana writes to Bob, who may set up a new phone before it arrives.",
  attack: { source: "Boelter 2016, on how WhatsApp retransmits" },
  protocols: [
    newKey("retransmitting", "What waits is encrypted again at once.", false),
    newKey(
      "waiting-for-the-person",
      "What waits is encrypted again when the person has compared the new key.",
      true,
    ),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { ana: ["user.write"], meeting: ["user.compare"], bob: ["user.setUpAnew"] },
  adversary: "service",
  bound: { moves: 12, messages: 1, phones: 1 },
  about: ["SM.secret", "SM.read"],
  expects: {
    "retransmitting against service": {
      "SM.secret": breaks("what waited is encrypted for the service's own key"),
    },
  },
});
