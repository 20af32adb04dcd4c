import { breaks, scenario } from "#sealcheck";
import { beforeUpdate } from "../models/protocols/beforeUpdate.ts";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

const announced = {
  "P1.a": breaks(
    "a message passed on to a business is opened by helpers of whom the person who passed it on knew nothing",
  ),
  "P3.a": breaks(
    "a device writes under what it believes, and nothing compares that with what is so",
  ),
  "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
  "P3.f": breaks(
    "the chat still says that nobody else can read it when a change has let others in",
  ),
};

export default scenario({
  says: "Ana passes a message of Bob on to a business that may be hosted.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  cast: {
    people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } },
    businesses: { shop: { starts: "self" } },
  },
  mayDo: {
    "ana.phone/shop": [
      "user.open",
      "user.acknowledge",
      "user.leave",
      "user.compose",
      "user.forward",
    ],
    bob: ["user.meet", "user.compose"],
    shop: ["owner.switch"],
  },
  bound: { moves: 30, messages: 2, shares: 1, switches: 1 },
  setUp: ["bob.phone/ana user.meet", "deliver bob.phone→directory", "deliver directory→bob.phone"],
  about: ["P1.a"],
  expects: {
    "before-update": {
      "P1.a": breaks(
        "a message passed on to a business is opened by helpers of whom the person who passed it on knew nothing",
      ),
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
