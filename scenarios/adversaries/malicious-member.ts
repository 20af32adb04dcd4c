import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { beforeUpdate } from "../../models/protocols/beforeUpdate.ts";
import { coexistence } from "../../models/protocols/coexistence.ts";
import { strict } from "../../models/protocols/strict.ts";
import { keptSenderKeys, unsignedMessages } from "../groups/variants.ts";

/**
 * A member can pass on whatever they read, and nobody can keep them from it. They can send what they like to the rest of
 * the group, and nobody shows it under another's name where messages are signed: a sender key is known to all.
 */
export default scenario({
  says: "Cem, who means harm, is in a group with Ana and Bob: he listens, repeats and makes up messages, and may be removed.",
  protocols: [beforeUpdate, announced2021, coexistence, strict, keptSenderKeys, unsignedMessages],
  adversary: "A5",
  cast: {
    people: {
      ana: { devices: ["phone"] },
      bob: { devices: ["phone"] },
      cem: { devices: ["phone"] },
    },
    group: "family",
  },
  mayDo: {
    "ana.phone/family": ["user.compose"],
    family: ["admin.remove"],
  },
  bound: { moves: 30, messages: 2, removals: 1, injections: 1, names: 1 },
  about: ["P1.a", "P1.b"],
  examples: {
    // Rare among random runs, since Cem has to make up just this.
    "kept-sender-keys against A5": [
      [
        "ana.phone/family user.compose",
        "family admin.remove",
        "ana.phone/family user.compose",
        "deliver ana.phone→relay",
        "deliver ana.phone→relay",
        "inject directory→cem.phone [cem.phone/ana net.message kind=text {ana.phone → family 2} sealed for public key of cem.phone]",
      ],
    ],
  },
  expects: {
    "unsigned-messages against A5": {
      "P1.l": breaks("whoever has read what Ana wrote writes it again, and her own phone shows it"),
    },
    "kept-sender-keys against A5": {
      "P1.a": breaks("whoever was removed has the sender key still, and can open what comes after"),
      "P1.l": breaks("Cem has his own phone show what he has opened without it"),
    },
  },
});
