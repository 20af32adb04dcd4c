import { breaks, scenario } from "#sealcheck";
import { beforeUpdate } from "../models/protocols/beforeUpdate.ts";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";

const announced = {
  "P2.t": breaks(
    "the business passes messages on behind its own desk, where no protocol can see it",
  ),
};

export default scenario({
  says: "A business passes messages on to a company that nobody was told about.",
  protocols: [beforeUpdate, announced2021, coexistence],
  cast: {
    people: { ana: { devices: ["phone"] } },
    businesses: { shop: { starts: "self", undeclared: ["insight"] } },
  },
  mayDo: { ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"] },
  bound: { moves: 20, messages: 2 },
  about: ["P2.t"],
  expects: {
    "before-update": {
      "P2.t": breaks(
        "the business passes messages on behind its own desk, where no protocol can see it",
      ),
    },
    "announced-2021": announced,
    coexistence: announced,
  },
});
