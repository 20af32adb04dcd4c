import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

const announced = {
  "P5.a": breaks("a device keeps a date of its own and may never hear of a postponement"),
  "P5.b": breaks("a device counts the days by itself, and its clock may run ahead"),
};

export default scenario({
  says: "The terms are announced, postponed and announced again; some devices hear late or never.",
  protocols: [announced2021, coexistence, strict],
  cast: { people: { ana: { devices: ["phone"] } }, terms: true },
  mayDo: {
    ana: ["user.accept"],
    policy: [
      "authority.announce",
      "authority.postpone",
      "authority.remind",
      "authority.limit",
      "authority.withdraw",
    ],
  },
  faults: { drop: 1, skew: 1, offline: 1 },
  spared: ["policy"],
  bound: { moves: 40, revisions: 3 },
  about: ["P5.a", "P5.b"],
  expects: {
    "announced-2021": announced,
    coexistence: announced,
  },
});
