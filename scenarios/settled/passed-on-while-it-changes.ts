import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { strict } from "../../models/protocols/strict.ts";

export default scenario({
  says: "Ana passes a message of Bob on to a business that changes who handles its chats, and a message gets lost.",
  protocols: [announced2021, strict],
  cast: {
    people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } },
    businesses: { shop: { starts: "self" } },
  },
  mayDo: {
    "ana.phone/shop": [
      "user.open",
      "user.acknowledge",
      "user.leave",
      "user.compose",
      "user.forward",
    ],
    bob: ["user.meet", "user.compose"],
    shop: ["owner.switch"],
  },
  faults: { drop: 1 },
  bound: { moves: 40, messages: 1, shares: 1, switches: 2 },
  setUp: ["bob.phone/ana user.meet", "deliver bob.phone→directory", "deliver directory→bob.phone"],
  about: ["P1.a"],
  expects: {
    "announced-2021": {
      "P1.a": breaks(
        "a message passed on to a business is opened by helpers of whom the person who passed it on knew nothing",
      ),
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
