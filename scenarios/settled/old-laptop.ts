import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { strict } from "../../models/protocols/strict.ts";

export default scenario({
  says: "Ana's phone knows of hosting and her laptop is older than that; the business changes, and what was sent arrives twice.",
  protocols: [announced2021, strict],
  cast: {
    people: { ana: { devices: ["phone", "laptop"], outdated: ["laptop"] } },
    businesses: { shop: { starts: "provider" } },
  },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switch"],
  },
  faults: { duplicate: 1 },
  bound: { moves: 40, messages: 1, switches: 2 },
  about: ["P3.a", "P3.b"],
  // Rare by chance: the shortest story that visiting every state has found.
  examples: {
    "announced-2021": [
      [
        "ana.laptop/shop user.open",
        "ana.phone/shop user.open",
        "ana.phone/shop user.acknowledge",
        "ana.phone/shop user.compose",
        "ana.phone/shop user.leave",
        "shop.mode owner.switch to=hosted",
        "deliver ana.phone→relay",
        "deliver relay→host/shop",
        "deliver host/shop→relay",
        "deliver relay→ana.phone",
        "ana.laptop/shop user.acknowledge",
        "ana.laptop/shop user.leave",
        "ana.phone/shop user.open",
        "ana.phone/shop user.acknowledge",
        "ana.laptop/shop user.open",
        "ana.laptop/shop user.acknowledge",
      ],
      [
        "ana.laptop/shop user.open",
        "ana.laptop/shop user.acknowledge",
        "ana.laptop/shop user.compose",
        "duplicate ana.laptop→relay",
        "shop.mode owner.switch to=self",
        "deliver ana.laptop→relay",
        "deliver relay→shop.desk",
        "deliver shop.desk→relay",
        "deliver relay→ana.laptop",
        "deliver relay→provider/shop",
      ],
    ],
  },
  expects: {
    "announced-2021": {
      "P3.a": breaks(
        "a device writes under what it believes, and nothing compares that with what is so",
      ),
      "P3.b": breaks(
        "an acknowledgement on one device opens the chat on the other, which has shown nothing",
      ),
      "P3.c": breaks("the old client has no notice to show"),
      "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
      "P3.f": breaks(
        "one copy is still on its way to a helper when the receipt of the other says that nobody else reads along",
      ),
      "P3.p": breaks(
        "an acknowledgement of older news on one device counts on the other, which forgets the newer and asks again",
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
