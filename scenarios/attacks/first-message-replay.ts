import { breaks, scenario } from "#sealcheck";
import { x3dh } from "../../models/attacks/x3dh.ts";
import { secureMessaging } from "./promise.ts";

const network = {
  name: "network",
  says: "Mallory carries the messages, and delivers some of them twice.",
  may: ["observe", "replay"],
} as const;
const verified = { verified: true, named: true };

/** Bob opens the same first message again: nothing in it is good for one time only. */
export default scenario({
  says: "Ana writes to Bob, and the network delivers her message again.",
  attack: { source: "Marlinspike and Perrin 2016: The X3DH key agreement protocol, 4.2" },
  protocols: [
    x3dh("no-one-time-prekey", "Bundles have no one-time prekey.", verified, network),
    x3dh(
      "one-time-prekey",
      "Bob forgets his one-time prekey once it was used.",
      { ...verified, oneTime: true },
      network,
    ),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { ana: ["user.write"], bob: ["user.publish"] },
  adversary: "network",
  bound: { moves: 12, messages: 1, bundles: 1 },
  about: ["SM.once", "SM.taken"],
  expects: {
    "no-one-time-prekey against network": {
      "SM.once": breaks("what opened the message opens it again"),
    },
  },
});
