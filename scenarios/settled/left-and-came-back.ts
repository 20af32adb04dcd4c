import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { strict } from "../../models/protocols/strict.ts";

export default scenario({
  says: "Two customers write to a hosted business that leaves the hosting and may come back, and time passes while a message is under way.",
  protocols: [announced2021, strict],
  cast: {
    people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } },
    businesses: { shop: { starts: "hosted" } },
  },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    bob: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switch"],
  },
  faults: { delay: 1 },
  bound: { moves: 40, messages: 1, switches: 2 },
  about: ["P4.a", "P4.c", "P4.e"],
  expects: {
    "announced-2021": {
      "P3.a": breaks(
        "a device writes under what it believes, and nothing compares that with what is so",
      ),
      "P3.c": breaks("the receipt tells what is so after yet another change, or never comes"),
      "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
      "P4.a": breaks(
        "what was on its way to the host is opened there after the business has left it",
      ),
      "P4.e": breaks(
        "what was on its way to the host is opened there after the business has left it",
      ),
    },
  },
});
