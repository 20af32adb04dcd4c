import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { strict } from "../../models/protocols/strict.ts";

export default scenario({
  says: "Two businesses know the same analytics vendor and only one of them hires it; that one changes who handles its chats, and copies arrive twice.",
  protocols: [announced2021, strict],
  cast: {
    people: { ana: { devices: ["phone"] } },
    businesses: {
      shop: { starts: "provider", vendors: ["statco"] },
      bank: { starts: "provider", vendors: ["statco"] },
    },
  },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switch", "owner.contract", "owner.revoke"],
  },
  faults: { duplicate: 1 },
  bound: { moves: 40, messages: 1, switches: 2, contracts: 1 },
  about: ["P2.a", "P2.b", "P2.d", "P2.e"],
  // Too rare for chance: found by visiting every state.
  examples: {
    "announced-2021": [
      [
        "ana.phone/shop user.open",
        "ana.phone/shop user.acknowledge",
        "ana.phone/shop user.compose",
        "duplicate ana.phone→relay",
        "shop.mode owner.switch to=self",
        "deliver ana.phone→relay",
        "deliver relay→shop.desk",
        "deliver shop.desk→relay",
        "deliver relay→ana.phone",
        "deliver relay→provider/shop",
      ],
    ],
  },
  expects: {
    "announced-2021": {
      "P3.a": breaks(
        "a device writes under what it believes, and nothing compares that with what is so",
      ),
      "P3.c": breaks("the receipt tells what is so after yet another change, or never comes"),
      "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
      "P3.f": breaks(
        "one copy is still on its way to the provider when the receipt of the other says that nobody else reads along",
      ),
      "P4.a": breaks(
        "what was on its way to the host is opened there after the business has left it",
      ),
      "P4.e": breaks(
        "what was on its way to the host is opened there after the business has left it",
      ),
    },
  },
});
