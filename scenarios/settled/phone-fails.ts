import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { strict } from "../../models/protocols/strict.ts";

export default scenario({
  says: "The phone fails while it shows who reads along in a chat that a provider and the host handle together, and the laptop goes on.",
  protocols: [announced2021, strict],
  cast: {
    people: { ana: { devices: ["phone", "laptop"] } },
    businesses: { shop: { starts: "both" } },
  },
  mayDo: { ana: ["user.open", "user.acknowledge", "user.compose"], shop: ["owner.switch"] },
  faults: { crash: 1 },
  spared: ["ana.laptop"],
  bound: { moves: 40, messages: 1, switches: 2 },
  about: ["P3.b", "P3.c", "P3.g"],
  expects: {
    "announced-2021": {
      "P3.a": breaks(
        "a device writes under what it believes, and nothing compares that with what is so",
      ),
      "P3.b": breaks(
        "a device takes a notice for shown that it lost when it failed, or that another device showed",
      ),
      "P3.c": breaks("the receipt tells what is so after yet another change, or never comes"),
      "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
      "P3.j": breaks("a device takes a reassurance for shown that it lost when it failed"),
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
