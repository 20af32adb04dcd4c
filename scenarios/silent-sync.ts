import { breaks, scenario } from "#sealcheck";
import { beforeUpdate } from "../models/protocols/beforeUpdate.ts";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

const announced = {
  "P3.a": breaks("a fetched profile replaces the old one without a word"),
  "P3.c": breaks(
    "a fetched profile replaces the old one without a word, and the receipt then brings no news",
  ),
  "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
  "P3.f": breaks(
    "the chat still says that nobody else can read it when a change has let others in",
  ),
};

export default scenario({
  says: "A device fetches the profile of a business that has changed, and the person goes on writing.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "self" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose", "app.sync"],
    shop: ["owner.switch"],
  },
  bound: { moves: 30, messages: 2, switches: 1 },
  about: ["P3.a", "P3.c"],
  expects: {
    "before-update": {
      "P3.a": breaks(
        "a device writes under what it believes, and nothing compares that with what is so",
      ),
      "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
      "P3.f": breaks(
        "the chat still says that nobody else can read it when a change has let others in",
      ),
    },
    "announced-2021": announced,
    coexistence: announced,
  },
});
