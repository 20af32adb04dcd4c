import { breaks, scenario } from "#sealcheck";
import { ownFinding, receiptDriven, syncOverwrites, untold } from "./variants.ts";

export default scenario({
  says: "A fetched profile replaces the old one and nothing is said: whoever was exposed is never told. A rough model broke after seven moves; here the run must also come to rest. Mended where what is fetched is announced.",
  attack: ownFinding,
  protocols: [syncOverwrites, receiptDriven],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "self" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose", "app.sync"],
    shop: ["owner.switch"],
  },
  bound: { moves: 16, messages: 1, switches: 1 },
  about: ["P3.c", "SV.b", "SV.d"],
  examples: {
    "sync-overwrites": [
      [
        "ana.phone/shop user.open",
        "shop.mode owner.switch to=provider",
        "ana.phone/shop app.sync",
        "ana.phone/shop user.compose",
        "deliver ana.phone→relay",
        "deliver relay→provider/shop",
        "deliver provider/shop→relay",
        "deliver relay→ana.phone",
      ],
      [
        "ana.phone/shop user.open",
        "ana.phone/shop user.compose",
        "ana.phone/shop user.leave",
        "deliver ana.phone→relay",
        "deliver relay→shop.desk",
        "shop.mode owner.switch to=provider",
        "ana.phone/shop app.sync",
        "ana.phone/shop user.open",
        "ana.phone/shop user.acknowledge",
        "ana.phone/shop user.leave",
        "deliver shop.desk→relay",
        "deliver relay→ana.phone",
        "ana.phone/shop app.sync",
        "ana.phone/shop user.open",
        "ana.phone/shop user.acknowledge",
      ],
    ],
  },
  expects: {
    "sync-overwrites": {
      "P3.a": breaks("a fetched profile replaces the old one without a word"),
      "P3.c": breaks(
        "a fetched profile replaces the old one without a word, and the receipt then brings no news",
      ),
      "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
      "P3.f": breaks(
        "the chat still says that nobody else can read it when a change has let others in",
      ),
      "P3.g": breaks("without an order among stamps, old news counts as news again"),
      "P3.p": breaks(
        "without an order among stamps, an old receipt makes the device forget what was acknowledged",
      ),
    },
    // Mended is that people are told in the end; whether they are told first is for others.
    "receipt-driven": {
      ...untold,
      "P3.g": breaks("without an order among stamps, old news counts as news again"),
    },
  },
});
