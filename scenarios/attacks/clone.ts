import { breaks, scenario } from "#sealcheck";
import { clone } from "../../models/attacks/clone.ts";
import { secureMessaging } from "./promise.ts";

/** A copy of a phone should be of no use once the phone has renewed its keys; to who still takes what comes in the old session, it is. */
export default scenario({
  says: "Bob renews his keys and writes to Ana; somebody has a copy of what his phone was before.",
  attack: { source: "Cremers, Fairoze, Kiesl and Naska 2020: Clone detection in secure messaging" },
  protocols: [
    clone("tolerant", "What comes in the old session is taken as well.", true),
    clone("strict-session", "There is one session, the newest.", false),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { bob: ["user.renew", "user.write"] },
  adversary: "clone",
  bound: { moves: 12, messages: 1 },
  about: ["SM.authentic", "SM.taken"],
  expects: {
    "tolerant against clone": {
      "SM.authentic": breaks("the old session is as good as the new one"),
    },
  },
});
