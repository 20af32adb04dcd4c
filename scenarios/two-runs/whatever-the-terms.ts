import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { coexistence } from "../../models/protocols/coexistence.ts";
import { strict } from "../../models/protocols/strict.ts";
import { withoutLimits } from "./variants.ts";

const listTakenAway = breaks(
  "limited functionality takes the list of personal chats away from whoever has not accepted",
);

export default scenario({
  says: "Ana and Bob write to each other while terms are announced, postponed and enforced, and Ana accepts them or not.",
  protocols: [announced2021, coexistence, withoutLimits, strict],
  cast: {
    people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } },
    terms: true,
  },
  mayDo: {
    "ana.phone": ["user.meet", "user.compose", "user.accept"],
    "bob.phone": ["user.meet"],
    policy: ["authority.announce", "authority.postpone", "authority.limit"],
  },
  bound: { moves: 40, messages: 1, revisions: 2 },
  about: ["P5.c"],
  expects: {
    "announced-2021": { "P5.c": listTakenAway },
    coexistence: { "P5.c": listTakenAway },
  },
});
