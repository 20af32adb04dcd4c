import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { strict } from "../../models/protocols/strict.ts";

export default scenario({
  says: "A hosted business changes who handles its chats while the terms are new; Ana accepts them on one of two devices, and a clock runs ahead.",
  protocols: [announced2021, strict],
  cast: {
    people: { ana: { devices: ["phone", "laptop"] } },
    businesses: { shop: { starts: "hosted" } },
    terms: true,
  },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.accept"],
    shop: ["owner.switch"],
    policy: ["authority.announce", "authority.limit"],
  },
  faults: { skew: 1 },
  spared: ["policy"],
  bound: { moves: 40, revisions: 2, switches: 2 },
  about: ["P5.a", "P5.b", "P5.d", "P5.e"],
  expects: {
    "announced-2021": {
      "P3.b": breaks(
        "an acknowledgement on one device opens the chat on the other, which has shown nothing",
      ),
      "P5.a": breaks(
        "a device keeps a date of its own, whatever the authority has decided by then",
      ),
      "P5.b": breaks("a device counts the days by itself, and its clock may run ahead"),
      "P5.e": breaks(
        "an acknowledgement on one device opens the hosted chat on the other, which knows nothing of the terms",
      ),
    },
  },
});
