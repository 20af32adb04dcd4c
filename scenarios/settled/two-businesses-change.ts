import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { strict } from "../../models/protocols/strict.ts";

export default scenario({
  says: "A shop and a bank change who handles their chats at the same time, and time passes while messages are under way.",
  protocols: [announced2021, strict],
  cast: {
    people: { ana: { devices: ["phone"] } },
    businesses: { shop: { starts: "self" }, bank: { starts: "provider" } },
  },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.compose"],
    shop: ["owner.switch"],
    bank: ["owner.switch"],
  },
  faults: { delay: 1 },
  bound: { moves: 40, messages: 1, switches: 2 },
  about: ["P3.a", "P4.a", "P4.b", "P4.d", "SV.u"],
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
