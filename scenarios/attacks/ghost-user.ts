import { breaks, scenario } from "#sealcheck";
import { group } from "../../models/attacks/group.ts";
import { secureMessaging } from "./promise.ts";

/** The provider adds a silent participant to a chat, and the screen does not show it. What is shown is as if told to them. */
export default scenario({
  says: "Cem writes to everybody whom the service names, which may be one more than the screen shows.",
  attack: {
    source: "Levy and Robinson 2018: Principles for a more informed exceptional access debate",
  },
  protocols: [
    group("silent-participant", "Screens show what the service wants.", { asked: true }),
    group("everybody-shown", "Screens show everybody for whom a message is encrypted.", {
      asked: true,
      shown: true,
    }),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { ana: ["user.letIn"], cem: ["user.write"] },
  adversary: "service",
  bound: { moves: 12, messages: 1 },
  about: ["SM.secret", "SM.read"],
  expects: {
    "silent-participant against service": {
      "SM.secret": breaks("nobody has shared it with whom nobody sees"),
      "SM.members": breaks("the service has added itself"),
    },
    "everybody-shown against service": {
      "SM.members": breaks("the service has added itself, and everybody sees it"),
    },
  },
});
