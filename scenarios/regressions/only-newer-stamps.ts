import { breaks, scenario } from "#sealcheck";
import { onlyNewer, ownFinding, receiptDriven, untold } from "./variants.ts";

export default scenario({
  says: "Stamps count seconds and only a newer one is news: a change within the same second is never told. A rough model broke after nine moves; here a single change in the second of the first stamp is enough. Mended where an equal stamp may bring news.",
  attack: ownFinding,
  protocols: [onlyNewer, receiptDriven],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "self" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switchAtOnce"],
  },
  bound: { moves: 16, messages: 1, switches: 1 },
  about: ["P3.c", "SV.b", "SV.d"],
  examples: {
    "only-newer": [
      [
        "shop.mode owner.switchAtOnce to=hosted",
        "ana.phone/shop user.open",
        "ana.phone/shop user.compose",
        "deliver ana.phone→relay",
        "deliver relay→host/shop",
        "deliver host/shop→relay",
        "deliver relay→ana.phone",
        "time +30",
        "timer host/shop retention holding.retention",
        "time +31",
      ],
    ],
  },
  expects: {
    "only-newer": {
      ...untold,
      "P3.c": breaks("the receipt tells what is so after yet another change, or never comes"),
    },
    // Mended is that people are told in the end; whether they are told first is for others.
    "receipt-driven": untold,
  },
});
