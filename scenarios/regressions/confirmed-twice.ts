import { scenario } from "#sealcheck";
import { strict } from "../../models/protocols/strict.ts";

/** Found by `whole-town`: a confirmation that came twice ended a later change before its endpoint had stopped. */
export default scenario({
  says: "An endpoint's word that it has stopped comes twice, and the business changes again.",
  protocols: [strict],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "self" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switch"],
  },
  faults: { duplicate: 1 },
  bound: { moves: 30, messages: 1, switches: 2 },
  about: ["P3.a", "P3.d"],
  examples: {
    strict: [
      [
        "shop.mode owner.switch to=hosted",
        "deliver relay→shop.desk",
        "duplicate shop.desk→relay",
        "ana.phone/shop user.open",
        "ana.phone/shop user.acknowledge",
        "ana.phone/shop user.compose",
        "deliver ana.phone→relay",
        "shop.mode owner.switch to=both",
        "deliver shop.desk→relay",
        "deliver relay→host/shop",
      ],
    ],
  },
});
