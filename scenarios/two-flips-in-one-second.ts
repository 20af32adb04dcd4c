import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

const announced = {
  "P3.a": breaks(
    "a device writes under what it believes, and nothing compares that with what is so",
  ),
  "P3.c": breaks("two changes carry one stamp, and the second is taken for old news"),
  "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
  "P3.f": breaks(
    "the chat still says that nobody else can read it when a change has let others in",
  ),
  "P4.a": breaks("what was on its way to the host is opened there after the business has left it"),
  "P4.e": breaks("what was on its way to the host is opened there after the business has left it"),
};

export default scenario({
  says: "A business changes who handles its chats twice within one second.",
  protocols: [announced2021, coexistence, strict],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "self" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose", "app.sync"],
    shop: ["owner.switch", "owner.switchAtOnce"],
  },
  bound: { moves: 30, messages: 3, switches: 2 },
  about: ["P3.a", "P3.c"],
  // With one more mode to choose from, rare by chance.
  examples: {
    coexistence: [
      [
        "ana.phone/shop user.open",
        "ana.phone/shop user.compose",
        "shop.mode owner.switch to=hosted",
        "deliver ana.phone→relay",
        "shop.mode owner.switch to=self",
        "deliver relay→host/shop",
      ],
    ],
  },
  expects: {
    "announced-2021": announced,
    coexistence: announced,
  },
});
