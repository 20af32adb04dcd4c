import { breaks, scenario } from "#sealcheck";
import { x3dh } from "../../models/attacks/x3dh.ts";
import { secureMessaging } from "./promise.ts";

const directory = {
  name: "directory",
  says: "Mallory runs the directory and the network.",
  may: ["observe", "inject"],
} as const;

/**
 * The directory hands Ana keys of its own in the place of Bob's, and reads what she writes; and it writes to Bob in her
 * name.
 */
export default scenario({
  says: "Ana asks a directory for Bob's keys and writes to him.",
  attack: { source: "Marlinspike and Perrin 2016: The X3DH key agreement protocol, 4.1" },
  protocols: [
    x3dh(
      "x3dh",
      "Whatever key the directory shows is taken for the person's.",
      { oneTime: true, named: true },
      directory,
    ),
    x3dh(
      "x3dh-verified",
      "Ana and Bob have compared their identity keys.",
      { oneTime: true, named: true, verified: true },
      directory,
    ),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { ana: ["user.write"], bob: ["user.publish"] },
  adversary: "directory",
  bound: { moves: 12, messages: 1, bundles: 1 },
  about: ["SM.secret", "SM.authentic", "SM.taken"],
  expects: {
    "x3dh against directory": {
      "SM.secret": breaks("Ana writes to a key that the directory made up"),
      "SM.authentic": breaks("Bob takes any key for Ana's"),
    },
  },
});
