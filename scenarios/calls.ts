import { scenario } from "#sealcheck";
import { beforeUpdate } from "../models/protocols/beforeUpdate.ts";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

export default scenario({
  says: "Two friends call each other and leave voice notes.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  cast: {
    people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } },
    kinds: ["voice", "call"],
  },
  mayDo: { ana: ["user.meet", "user.compose"], bob: ["user.meet", "user.compose"] },
  faults: { drop: 1, duplicate: 1, offline: 1 },
  bound: { moves: 30, messages: 2 },
  about: ["P1.d", "SV.a", "SV.c"],
});
