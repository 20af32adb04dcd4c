import { breaks, scenario } from "#sealcheck";
import { compareAndReject, comparedInSeconds, ownFinding } from "./variants.ts";

export default scenario({
  says: "Messages are compared, but stamps count seconds: after two changes within one second an old message looks like a new one. A rough model broke after eight moves; here each change also waits for its confirmation. Mended where changes are counted.",
  attack: ownFinding,
  protocols: [comparedInSeconds, compareAndReject],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "hosted" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switchAtOnce"],
  },
  bound: { moves: 24, messages: 1, switches: 2 },
  about: ["P3.a", "SV.b", "SV.d"],
  examples: {
    "compared-in-seconds": [
      [
        "ana.phone/shop user.open",
        "ana.phone/shop user.acknowledge",
        "ana.phone/shop user.compose",
        "shop.mode owner.switchAtOnce to=self",
        "deliver relay→host/shop",
        "deliver host/shop→relay",
        "shop.mode owner.switchAtOnce to=hosted",
        "deliver relay→shop.desk",
        "deliver shop.desk→relay",
        "deliver ana.phone→relay",
        "deliver relay→host/shop",
      ],
    ],
  },
  expects: {
    "compared-in-seconds": {
      "P3.a": breaks("two changes carry one stamp, so nothing tells an old message from a new one"),
      "P3.c": breaks("the device takes the notice for one that still counts"),
      "P3.d": breaks("the notice was for the time before the two changes"),
      "P3.f": breaks("the mode that the chat was reassured about carries the same stamp"),
      "P3.p": breaks("two changes carry one stamp, so that one notice is acknowledged for each"),
      "P3.g": breaks("the second change shows the notice of the first again"),
    },
  },
});
