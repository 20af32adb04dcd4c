import { breaks, scenario } from "#sealcheck";
import { group } from "../../models/attacks/group.ts";
import { secureMessaging } from "./promise.ts";

/** The service says which devices a person has, and adds one of its own: a key that nobody has signed. */
export default scenario({
  says: "Bob gets a new device, which Ana's half of the story stands for; Cem writes to all devices that he is told of.",
  attack: {
    source:
      "Albrecht, Celi, Dowling and Jones 2023: Practically-exploitable cryptographic vulnerabilities in Matrix",
  },
  protocols: [
    group("unsigned-devices", "Whatever device the service names is the person's.", {
      asked: true,
    }),
    group("signed-devices", "A person's own key signs for new devices.", {
      asked: true,
      signed: true,
    }),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { ana: ["user.letIn"], cem: ["user.write"] },
  adversary: "service",
  bound: { moves: 12, messages: 1 },
  about: ["SM.secret", "SM.members", "SM.joined", "SM.read"],
  expects: {
    "unsigned-devices against service": {
      "SM.secret": breaks("the service reads on a device that it made up"),
      "SM.members": breaks("nobody signs for devices"),
    },
  },
});
