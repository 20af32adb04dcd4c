import { scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { beforeUpdate } from "../../models/protocols/beforeUpdate.ts";
import { coexistence } from "../../models/protocols/coexistence.ts";
import { strict } from "../../models/protocols/strict.ts";

export default scenario({
  says: "Two friends send each other texts and voice notes; other words in them change nothing that the service sees.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  cast: {
    people: { ana: { devices: ["phone", "laptop"] }, bob: { devices: ["phone"] } },
    kinds: ["text", "voice"],
  },
  mayDo: {
    "ana.phone/bob": ["user.meet", "user.compose"],
    "bob.phone/ana": ["user.meet", "user.compose"],
  },
  bound: { moves: 40, messages: 1 },
  about: ["P1.e"],
});
