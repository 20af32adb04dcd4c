import { breaks, scenario } from "#sealcheck";
import { coexistence } from "../../models/protocols/coexistence.ts";

export default scenario({
  says: "A business answers from its own app and through a hosted companion beside it; Ana's laptop is older than any hosting.",
  protocols: [coexistence],
  cast: {
    people: { ana: { devices: ["phone", "laptop"], outdated: ["laptop"] } },
    businesses: { shop: { starts: "beside" } },
  },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["agent.reply"],
    host: ["agent.reply"],
  },
  faults: { duplicate: 1 },
  bound: { moves: 30, messages: 1, replies: 1 },
  about: ["P3.a", "P3.b", "P3.d", "P4.a", "P4.c", "SV.d"],
  expects: {
    coexistence: {
      "P3.a": breaks(
        "the old client sees an account that is end-to-end encrypted, and not that one of its devices is hosted",
      ),
      "P3.c": breaks("the old client has no notice to show"),
      "P3.d": breaks("the old client has no notice that names the host"),
      "P3.f": breaks(
        "the old client says that nobody else can read the chat, and writes to the companion as to any device",
      ),
    },
  },
});
