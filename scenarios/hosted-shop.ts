import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

/** Rare: found by chance once, and tried first ever since. */
const rare = [
  [
    "ana.phone/shop user.open",
    "ana.phone/shop user.acknowledge",
    "ana.phone/shop user.compose",
    "shop.mode owner.switch to=self",
    "deliver ana.phone→relay",
    "deliver relay→shop.desk",
    "shop.mode owner.switch to=both",
    "ana.phone/shop user.compose",
    "deliver shop.desk→relay",
    "deliver ana.phone→relay",
    "deliver relay→ana.phone",
    "deliver relay→host/shop",
  ],
  [
    "ana.phone/shop user.open",
    "ana.phone/shop user.acknowledge",
    "ana.phone/shop user.compose",
    "deliver ana.phone→relay",
    "shop.mode owner.switch to=provider",
    "deliver relay→host/shop",
  ],
  [
    "shop.mode owner.switch to=self",
    "ana.phone/shop user.open",
    "ana.phone/shop user.acknowledge",
    "ana.phone/shop user.compose",
    "deliver ana.phone→relay",
    "deliver relay→shop.desk",
    "deliver shop.desk→relay",
    "crash after 0 of: deliver relay→ana.phone",
    "ana.phone/shop user.open",
  ],
];

/** Found by visiting every state; chance seldom comes to it. */
const beside = [
  "ana.phone/shop user.open",
  "ana.phone/shop user.acknowledge",
  "ana.phone/shop user.compose",
  "shop.mode owner.switch to=self",
  "deliver ana.phone→relay",
  "deliver relay→shop.desk",
  "deliver shop.desk→relay",
  "crash after 0 of: deliver relay→ana.phone",
  "ana.phone/shop user.open",
];

const announced = {
  "P3.a": breaks(
    "a device takes a notice for shown that it lost when it failed, and writes under what it believes",
  ),
  "P3.b": breaks("a device takes a notice for shown that it lost when it failed"),
  "P3.c": breaks("a notice lost in a failure is not shown again"),
  "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
  "P3.f": breaks(
    "the chat still says that nobody else can read it when a change has let others in",
  ),
  "P3.j": breaks("a device takes a reassurance for shown that it lost when it failed"),
  "P4.a": breaks("what was on its way to the host is opened there after the business has left it"),
  "P4.e": breaks("what was on its way to the host is opened there after the business has left it"),
  "P5.e": breaks(
    "a device takes a notice for shown that it lost when it failed, and knows nothing of the terms",
  ),
};

export default scenario({
  says: "A hosted business serves a customer, stops being hosted, and starts again; stored messages expire.",
  protocols: [announced2021, coexistence, strict],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "hosted" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switch"],
    host: ["agent.reply"],
  },
  faults: { crash: 1 },
  bound: { moves: 40, messages: 2, replies: 1, switches: 2 },
  about: ["P4.a", "P4.c", "P4.d", "P4.e", "SV.b", "SV.d", "P3.b", "P3.g"],
  examples: {
    "announced-2021": rare,
    coexistence: [...rare, beside],
  },
  expects: {
    "announced-2021": announced,
    coexistence: announced,
  },
});
