import { breaks, scenario } from "#sealcheck";
import { ownFinding, receiptDriven, threeNotices } from "./variants.ts";

export default scenario({
  says: "A business is hosted and has a provider from the start, and there is no notice for both. A rough model broke after three moves, without any race; here acknowledging and the way through the relay are moves of their own. Mended by a fourth notice.",
  attack: ownFinding,
  protocols: [threeNotices, receiptDriven],
  cast: {
    people: { ana: { devices: ["phone"] } },
    businesses: { shop: { starts: "both", vendors: ["statco"] } },
  },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.contract"],
  },
  bound: { moves: 20, messages: 1, contracts: 1 },
  about: ["P3.d", "SV.b", "SV.d"],
  examples: {
    "three-notices": [
      [
        "shop.contract/statco owner.contract",
        "ana.phone/shop user.open",
        "ana.phone/shop user.acknowledge",
        "ana.phone/shop user.compose",
        "deliver ana.phone→relay",
        "deliver relay→host/shop",
      ],
    ],
  },
  expects: {
    "three-notices": {
      "P3.d": breaks("where the messenger hosts, the company that reads as well goes unsaid"),
    },
  },
});
