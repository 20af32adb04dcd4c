import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

const announced = {
  "P3.a": breaks(
    "an acknowledgement on one device opens the chat on the other, which has shown nothing",
  ),
  "P3.b": breaks(
    "an acknowledgement on one device opens the chat on the other, which has shown nothing",
  ),
  "P3.c": breaks("the other device takes the chat for one that was announced already"),
  "P3.d": breaks("a notice on one device counts on the other, which has shown nothing"),
  "P5.e": breaks(
    "an acknowledgement on one device opens the hosted chat on the other, which knows nothing of the terms",
  ),
};

export default scenario({
  says: "Ana opens a hosted chat before her device knows anything about the terms.",
  protocols: [announced2021, coexistence, strict],
  cast: {
    people: { ana: { devices: ["phone", "laptop"] } },
    businesses: { shop: { starts: "hosted" } },
    terms: true,
  },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose", "user.accept"],
    policy: ["authority.announce", "authority.postpone", "authority.limit"],
  },
  bound: { moves: 40, messages: 1, revisions: 2 },
  about: ["P5.d", "P5.e"],
  expects: {
    "announced-2021": announced,
    coexistence: announced,
  },
});
