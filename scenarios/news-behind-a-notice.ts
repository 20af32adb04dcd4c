import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../models/protocols/announced2021.ts";

export default scenario({
  says: "A device is showing a notice when the receipt of an earlier message says that the business has changed again, to a mode with the same notice.",
  protocols: [announced2021],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "self" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose", "app.sync"],
    shop: ["owner.switch"],
  },
  bound: { moves: 24, messages: 1, switches: 2 },
  about: ["P3.c", "P3.d"],
  expects: {
    "announced-2021": {
      "P3.a": breaks(
        "a device writes under what it believes, and nothing compares that with what is so",
      ),
      "P3.c": breaks(
        "a fetched profile replaces the old one without a word, and the receipt then brings no news",
      ),
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
