import { scenario } from "#sealcheck";
import { ownFinding, receiptDriven, untold } from "./variants.ts";

export default scenario({
  says: "Four kinds of notice and counted changes: after one change the receipt brings the notice.",
  attack: ownFinding,
  protocols: [receiptDriven],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "self" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switch"],
  },
  bound: { moves: 16, messages: 1, switches: 1 },
  about: ["P3.c", "SV.b", "SV.d"],
  expects: { "receipt-driven": untold },
});
