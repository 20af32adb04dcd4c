import { scenario } from "#sealcheck";
import { beforeUpdate } from "../models/protocols/beforeUpdate.ts";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

export default scenario({
  says: "Phones are woken up for messages that arrive while they are offline.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  cast: { people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } } },
  mayDo: { ana: ["user.meet", "user.compose"], bob: ["user.meet", "user.compose"] },
  faults: { offline: 2, delay: 1 },
  bound: { moves: 30, messages: 3 },
  about: ["P1.g", "P1.a", "SV.a", "SV.c"],
});
