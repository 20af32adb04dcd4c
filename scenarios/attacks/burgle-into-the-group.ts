import { breaks, scenario } from "#sealcheck";
import { group } from "../../models/attacks/group.ts";
import { secureMessaging } from "./promise.ts";

/** The service makes up that an admin let somebody in: whoever writes encrypts for them from then on. */
export default scenario({
  says: "Ana lets Dora into a group, and Cem writes to it; what is said of members is passed on by the service.",
  attack: { source: "Rösler, Mainka and Schwenk 2018: More is less" },
  protocols: [
    group("unsigned-management", "That somebody joins is said, and not signed.", {}),
    group("signed-management", "Who may let others in signs for it.", { signed: true }),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { ana: ["user.letIn"], cem: ["user.write"] },
  adversary: "service",
  bound: { moves: 12, messages: 1 },
  about: ["SM.secret", "SM.members", "SM.joined", "SM.read"],
  expects: {
    "unsigned-management against service": {
      "SM.secret": breaks("the service reads with a key that it had let in"),
      "SM.members": breaks("whoever carries the message can make it up"),
    },
  },
});
