import { breaks, scenario } from "#sealcheck";
import { ownFinding, onlyNewer } from "./variants.ts";

export default scenario({
  says: "Stamps count seconds and only a newer one is news: a change within the same second is never told. A rough model broke after nine moves; here a single change in the second of the first stamp is enough.",
  attack: ownFinding,
  protocols: [onlyNewer],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "self" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switchAtOnce"],
  },
  bound: { moves: 16, messages: 1, switches: 1 },
  about: ["P3.c"],
  examples: {
    "only-newer": [
      [
        "shop.mode owner.switchAtOnce to=hosted",
        "ana.phone/shop user.open",
        "ana.phone/shop user.compose",
        "deliver ana.phone→relay",
        "deliver relay→host/shop",
        "deliver host/shop→relay",
        "deliver relay→ana.phone",
        "time +30",
        "timer host/shop retention holding.retention",
        "time +31",
      ],
    ],
  },
  expects: {
    "only-newer": {
      "P3.a": breaks(
        "a device writes under what it believes, and nothing compares that with what is so",
      ),
      "P3.c": breaks("the receipt tells what is so after yet another change, or never comes"),
      "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
      "P3.f": breaks(
        "the chat still says that nobody else can read it when a change has let others in",
      ),
    },
  },
});
