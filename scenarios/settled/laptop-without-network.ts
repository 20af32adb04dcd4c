import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { strict } from "../../models/protocols/strict.ts";

export default scenario({
  says: "A hosted business changes who handles its chats while the laptop has no network and the phone has.",
  protocols: [announced2021, strict],
  cast: {
    people: { ana: { devices: ["phone", "laptop"] } },
    businesses: { shop: { starts: "hosted" } },
  },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switch"],
  },
  faults: { offline: 1 },
  spared: ["ana.phone", "relay", "shop.desk", "provider/shop", "host/shop"],
  bound: { moves: 40, messages: 1, switches: 2 },
  about: ["P3.a", "SV.b", "SV.d"],
  examples: {
    "announced-2021": [
      [
        "ana.laptop/shop user.open",
        "ana.phone/shop user.open",
        "ana.laptop/shop user.acknowledge",
        "ana.laptop/shop user.compose",
        "ana.laptop/shop user.leave",
        "shop.mode owner.switch to=provider",
        "deliver ana.laptop→relay",
        "deliver relay→provider/shop",
        "deliver provider/shop→relay",
        "deliver relay→ana.laptop",
        "ana.phone/shop user.acknowledge",
        "ana.laptop/shop user.open",
        "ana.laptop/shop user.acknowledge",
        "ana.phone/shop user.leave",
        "ana.phone/shop user.open",
        "ana.phone/shop user.acknowledge",
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
      "P3.c": breaks("the receipt tells what is so after yet another change, or never comes"),
      "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
      "P3.p": breaks(
        "an acknowledgement of older news on one device counts on the other, which forgets the newer and asks again",
      ),
      "P4.a": breaks(
        "what was on its way to the host is opened there after the business has left it",
      ),
      "P4.e": breaks(
        "what was on its way to the host is opened there after the business has left it",
      ),
      "P5.e": breaks(
        "an acknowledgement on one device opens the hosted chat on the other, which knows nothing of the terms",
      ),
    },
  },
});
