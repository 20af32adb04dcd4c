import { scenario } from "#sealcheck";
import { compareAndReject, ownFinding, receiptDriven, untold } from "./variants.ts";

export default scenario({
  says: "Four kinds of notice, counted changes, no comparison: a change while a message is on its way. A rough model of the same idea broke after four moves; here the way through the relay is a move of its own. Mended where a message names the mode that it was written for, and comes back under another.",
  attack: ownFinding,
  protocols: [receiptDriven, compareAndReject],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "self" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switch"],
  },
  bound: { moves: 16, messages: 1, switches: 1 },
  about: ["P3.a", "SV.b", "SV.d"],
  examples: {
    "receipt-driven": [
      [
        "shop.mode owner.switch to=hosted",
        "ana.phone/shop user.open",
        "ana.phone/shop user.compose",
        "deliver ana.phone→relay",
        "deliver relay→host/shop",
      ],
    ],
  },
  expects: { "receipt-driven": untold },
});
