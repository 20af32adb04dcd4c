import { scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { beforeUpdate } from "../../models/protocols/beforeUpdate.ts";
import { coexistence } from "../../models/protocols/coexistence.ts";
import { strict } from "../../models/protocols/strict.ts";

export default scenario({
  says: "Two businesses hire the same analytics vendor, and Ana writes to both and to Bob; what the vendor sees of one of them is the same without all the rest.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  cast: {
    people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } },
    businesses: {
      shop: { starts: "provider", vendors: ["statco"] },
      bank: { starts: "provider", vendors: ["statco"] },
    },
  },
  mayDo: {
    "ana.phone": ["user.meet", "user.open", "user.acknowledge", "user.compose"],
    shop: ["owner.contract", "owner.revoke"],
    bank: ["owner.contract"],
  },
  bound: { moves: 40, messages: 1, contracts: 1 },
  about: ["P2.c"],
});
