import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

const announced = {
  "P3.a": breaks(
    "a device writes under what it believes, and nothing compares that with what is so",
  ),
  "P3.b": breaks(
    "an acknowledgement on one device opens the chat on the other, which has shown nothing",
  ),
  "P3.c": breaks("the receipt tells what is so after yet another change, or never comes"),
  "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
  "P3.f": breaks(
    "the chat still says that nobody else can read it when a change has let others in",
  ),
  "P3.j": breaks("a device takes a reassurance for shown that it lost when it failed"),
  "P4.a": breaks("what was on its way to the host is opened there after the business has left it"),
  "P4.e": breaks("what was on its way to the host is opened there after the business has left it"),
  "P5.a": breaks("a device keeps a date of its own and may never hear of a postponement"),
  "P5.e": breaks(
    "an acknowledgement on one device opens the hosted chat on the other, which knows nothing of the terms",
  ),
};

export default scenario({
  says: "Two people with three devices, a hosted shop with a vendor, a bank, new terms, and everything that can go wrong.",
  protocols: [announced2021, coexistence, strict],
  cast: {
    people: { ana: { devices: ["phone", "laptop"] }, bob: { devices: ["phone"] } },
    businesses: { shop: { starts: "self", vendors: ["statco"] }, bank: { starts: "hosted" } },
    terms: true,
  },
  mayDo: {
    ana: [
      "user.meet",
      "user.open",
      "user.acknowledge",
      "user.leave",
      "user.compose",
      "user.accept",
    ],
    bob: ["user.meet", "user.open", "user.acknowledge", "user.compose"],
    shop: ["owner.switch", "owner.contract", "owner.revoke", "agent.reply"],
    host: ["agent.reply"],
    policy: ["authority.announce", "authority.postpone"],
  },
  faults: { drop: 1, duplicate: 1, reorder: 1, offline: 1, crash: 1 },
  spared: ["policy", "shop.desk", "statco/shop"],
  onlySampled:
    "with everybody and all that can go wrong, there are more states than can be visited",
  bound: { moves: 60, messages: 2, switches: 2, contracts: 1, replies: 1, revisions: 2 },
  about: ["P3.a", "SV.a", "SV.b"],
  expects: {
    "announced-2021": announced,
    coexistence: announced,
  },
});
