import { breaks, scenario } from "#sealcheck";
import { coexistence } from "../../models/protocols/coexistence.ts";

export default scenario({
  says: "A business links a hosted companion beside its own app, and hands it what customers wrote before; some of that gets lost, and time passes.",
  protocols: [coexistence],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "self" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switch", "owner.shareHistory"],
  },
  faults: { drop: 1, delay: 1 },
  bound: { moves: 30, messages: 2, switches: 2, history: 2 },
  about: ["P3.a", "P4.a", "P4.c", "P4.d", "P4.e", "SV.b"],
  expects: {
    coexistence: {
      "P3.a": breaks("whoever wrote before the companion was linked was told of nobody"),
      "P3.c": breaks("what is handed over later brings no receipt, so no news"),
      "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
      "P3.f": breaks(
        "the chat still says that nobody else can read it when a change has let others in",
      ),
      "P4.a": breaks(
        "what was on its way to the host is opened there after the business has left it",
      ),
      "P4.d": breaks("the app hands the companion what was delivered before there was one"),
      "P4.e": breaks(
        "what was on its way to the host is opened there after the business has left it",
      ),
      "SV.l.once": breaks("the app hands the companion one message twice, or what it has already"),
    },
  },
});
