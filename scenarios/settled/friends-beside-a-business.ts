import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { strict } from "../../models/protocols/strict.ts";

export default scenario({
  says: "Two friends write to each other and one of them to a business: however it changes, nothing changes between the friends.",
  protocols: [announced2021, strict],
  cast: {
    people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } },
    businesses: { shop: { starts: "self" } },
  },
  mayDo: {
    ana: ["user.meet", "user.open", "user.acknowledge", "user.compose"],
    bob: ["user.meet", "user.compose"],
    shop: ["owner.switch"],
  },
  faults: { drop: 1, duplicate: 1 },
  bound: { moves: 40, messages: 1, switches: 2 },
  about: ["P1.a", "P1.b", "SV.a", "SV.c"],
  expects: {
    "announced-2021": {
      "P3.a": breaks(
        "a device writes under what it believes, and nothing compares that with what is so",
      ),
      "P3.c": breaks("the receipt tells what is so after yet another change, or never comes"),
      "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
      "P3.f": breaks(
        "the chat still says that nobody else can read it when a change has let others in",
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
