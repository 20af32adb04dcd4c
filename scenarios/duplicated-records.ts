import { scenario } from "#sealcheck";
import { beforeUpdate } from "../models/protocols/beforeUpdate.ts";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

export default scenario({
  says: "The channel to an analytics vendor delivers some messages twice; one business may hire it, and another never does.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  cast: {
    people: { ana: { devices: ["phone"] } },
    businesses: {
      shop: { starts: "provider", vendors: ["statco"] },
      bank: { starts: "provider", vendors: ["statco"] },
    },
  },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.contract", "owner.revoke"],
  },
  faults: { duplicate: 2 },
  bound: { moves: 40, messages: 2, contracts: 1 },
  about: ["P2.a", "P2.b", "P2.e"],
});
