import { breaks, scenario } from "#sealcheck";
import { ownFinding, receiptDriven } from "./variants.ts";

export default scenario({
  says: "Four kinds of notice, counted changes, no comparison: a change while a message is on its way. A rough model of the same idea broke after four moves; here the way through the relay is a move of its own.",
  attack: ownFinding,
  protocols: [receiptDriven],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "self" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switch"],
  },
  bound: { moves: 16, messages: 1, switches: 1 },
  about: ["P3.a"],
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
