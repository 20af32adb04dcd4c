import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { beforeUpdate } from "../../models/protocols/beforeUpdate.ts";
import { coexistence } from "../../models/protocols/coexistence.ts";
import { strict } from "../../models/protocols/strict.ts";
import { keptSenderKeys } from "./variants.ts";

export default scenario({
  says: "Ana removes Cem from a group and may add him again, while she and Bob write in it.",
  protocols: [beforeUpdate, announced2021, coexistence, strict, keptSenderKeys],
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
    "bob.phone/family": ["user.compose"],
    family: ["admin.remove", "admin.add"],
  },
  bound: { moves: 30, messages: 2, removals: 1 },
  about: ["P1.a", "P1.b"],
  expects: {
    "kept-sender-keys": {
      "P1.a": breaks("whoever was removed has the sender key still, and can open what comes after"),
    },
  },
});
