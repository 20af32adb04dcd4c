import { scenario } from "#sealcheck";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { strict } from "../models/protocols/strict.ts";

export default scenario({
  says: "A copy of a message is on its way to an analytics vendor when its contract ends, and for long after.",
  protocols: [announced2021, strict],
  cast: {
    people: { ana: { devices: ["phone"] } },
    businesses: { shop: { starts: "provider", vendors: ["statco"] } },
  },
  mayDo: {
    "ana.phone/shop": ["user.open", "user.acknowledge", "user.compose"],
    shop: ["owner.contract", "owner.revoke"],
  },
  setUp: [
    "shop.contract/statco owner.contract",
    "deliver shop→statco contract",
    "ana.phone/shop user.open",
    "ana.phone/shop user.acknowledge",
  ],
  bound: { moves: 24, messages: 1, contracts: 2 },
  about: ["P2.e", "P2.f", "P2.h"],
});
