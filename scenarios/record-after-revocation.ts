import { scenario } from "#sealcheck";
import { beforeUpdate } from "../models/protocols/beforeUpdate.ts";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

export default scenario({
  says: "A message is still on its way to an analytics vendor when the contract ends.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  cast: {
    people: { ana: { devices: ["phone"] } },
    businesses: { shop: { starts: "provider", vendors: ["statco", "insight"] } },
  },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.compose"],
    shop: ["owner.contract", "owner.revoke"],
  },
  faults: { duplicate: 1 },
  bound: { moves: 40, messages: 2, contracts: 2 },
  about: ["P2.a", "P2.b", "P2.d", "P2.e"],
});
