import { breaks, scenario } from "#sealcheck";
import { x3dh, prekeyOf } from "../../models/attacks/x3dh.ts";
import { secureMessaging } from "./promise.ts";

const thief = {
  name: "thief",
  says: "Mallory has a copy of Bob's prekey, and the network.",
  may: ["observe", "inject"],
  knows: [prekeyOf("bob")],
} as const;
const verified = { verified: true, named: true, oneTime: true };

/**
 * With Bob's prekey one can make whatever Ana's identity key and his make together: not to read what she writes, but to
 * write to him in her name.
 */
export default scenario({
  says: "Somebody has a copy of Bob's prekey; Ana may write to him.",
  attack: { source: "Kobeissi, Bhargavan and Blanchet 2017, on Signal" },
  protocols: [
    x3dh("unsigned-first-message", "Who can make the key may write.", verified, thief),
    x3dh(
      "signed-first-message",
      "Ana signs her first message, and can never deny it.",
      { ...verified, signed: true },
      thief,
    ),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { ana: ["user.write"], bob: ["user.publish"] },
  adversary: "thief",
  bound: { moves: 12, messages: 1, bundles: 1 },
  about: ["SM.authentic", "SM.secret", "SM.taken"],
  expects: {
    "unsigned-first-message against thief": {
      "SM.authentic": breaks("Mallory writes to Bob in Ana's name"),
    },
  },
});
