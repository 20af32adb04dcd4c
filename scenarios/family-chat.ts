import { scenario } from "#sealcheck";
import { beforeUpdate } from "../models/protocols/beforeUpdate.ts";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

export default scenario({
  says: "Ana and Cem write to Bob and send pictures; Ana links and unlinks a laptop, and Bob passes on to her what Cem wrote.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  cast: {
    people: {
      ana: { devices: ["phone", "laptop"] },
      bob: { devices: ["phone"] },
      cem: { devices: ["phone"] },
    },
    kinds: ["text", "media"],
  },
  mayDo: {
    "ana.laptop/linking": ["owner.link", "owner.unlink"],
    "ana.phone/bob": ["user.meet", "user.compose"],
    "bob.phone/ana": ["user.meet", "user.forward"],
    "cem.phone/bob": ["user.meet", "user.compose"],
  },
  faults: { drop: 1, duplicate: 1, reorder: 1, offline: 1, crash: 1 },
  bound: { moves: 40, messages: 1, shares: 1, links: 2 },
  about: ["P1.a", "P1.b", "P1.d", "P1.g", "SV.a", "SV.c"],
});
