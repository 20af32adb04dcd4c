import { breaks, scenario } from "#sealcheck";
import { group } from "../../models/attacks/group.ts";
import { secureMessaging } from "./promise.ts";

/** The service keeps the list of members, and adds to it. Everybody is shown who joins, and that keeps nobody out. */
export default scenario({
  says: "Cem asks the service who is in the group, and writes to all of them.",
  attack: {
    source:
      "Albrecht, Dowling and Jones 2025: Formal analysis of multi-device group messaging in WhatsApp",
  },
  protocols: [
    group("listed", "The service says who is in the group.", { asked: true }),
    group("listed-and-shown", "The service says so, and screens show it.", {
      asked: true,
      shown: true,
    }),
    group("listed-and-signed", "Who may let others in signs for them.", {
      asked: true,
      signed: true,
    }),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { ana: ["user.letIn"], cem: ["user.write"] },
  adversary: "service",
  bound: { moves: 12, messages: 1 },
  about: ["SM.members", "SM.joined"],
  expects: {
    "listed against service": {
      "SM.secret": breaks("the service reads with a key that it has put on the list"),
      "SM.members": breaks("the service puts a key of its own on the list"),
    },
    "listed-and-shown against service": {
      "SM.members": breaks("what is shown has happened"),
    },
  },
});
