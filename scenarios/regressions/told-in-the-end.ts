import { breaks, scenario } from "#sealcheck";
import { ownFinding, receiptDriven } from "./variants.ts";

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
  about: ["P3.c"],
  expects: {
    "receipt-driven": {
      "P3.a": breaks(
        "a device writes under what it believes, and nothing compares that with what is so",
      ),
      "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
      "P3.f": breaks(
        "the chat still says that nobody else can read it when a change has let others in",
      ),
    },
  },
});
