import { breaks, scenario } from "#sealcheck";
import { coexistence } from "../../models/protocols/coexistence.ts";

export default scenario({
  says: "A business with a hosted companion changes its phone; the new phone asks whether to connect the companion again, with the box already ticked.",
  protocols: [coexistence],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "beside" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.changePhone", "owner.continue", "owner.untick", "owner.switch"],
  },
  bound: { moves: 30, messages: 1, switches: 1, phones: 2 },
  about: ["P4.a", "P4.b", "P4.e", "SV.b", "SV.d"],
  // Rare by chance: the shortest story that visiting every state has found.
  examples: {
    coexistence: [
      [
        "ana.phone/shop user.open",
        "ana.phone/shop user.acknowledge",
        "ana.phone/shop user.compose",
        "deliver ana.phone→relay",
        "shop.mode owner.switch to=self",
        "deliver relay→shop.desk",
        "deliver shop.desk→relay",
        "deliver relay→ana.phone",
        "deliver relay→host/shop",
      ],
    ],
  },
  expects: {
    coexistence: {
      "P3.a": breaks(
        "a device writes under what it believes, and nothing compares that with what is so",
      ),
      "P3.c": breaks("the receipt tells what is so after yet another change, or never comes"),
      "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
      "P3.f": breaks(
        "one copy is still on its way to the companion when the receipt of the other says that nobody else reads along",
      ),
      "P4.a": breaks(
        "what was on its way to the host is opened there after the business has left it",
      ),
      "P4.b": breaks("a new phone connects the companion again unless somebody unticks a box"),
      "P4.e": breaks(
        "what was on its way to the host is opened there after the business has left it",
      ),
    },
  },
});
