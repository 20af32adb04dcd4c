import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

const announced = {
  "P3.d": breaks("where the messenger hosts, the company that reads as well goes unsaid"),
};

export default scenario({
  says: "A business that is hosted lets a provider work for it as well, and says nothing.",
  protocols: [announced2021, coexistence, strict],
  cast: {
    people: { ana: { devices: ["phone"] } },
    businesses: { shop: { starts: "both", vendors: ["statco"] } },
  },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.contract", "owner.revoke"],
  },
  bound: { moves: 24, messages: 2, contracts: 1 },
  about: ["P3.a", "P3.d", "P3.e", "P2.a", "P2.b"],
  expects: {
    "announced-2021": announced,
    coexistence: announced,
  },
});
