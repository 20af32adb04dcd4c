import { scenario } from "#sealcheck";
import { beforeUpdate } from "../models/protocols/beforeUpdate.ts";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

export default scenario({
  says: "Bob keeps a backup that the company storing it can read.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  cast: {
    people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"], readableBackup: true } },
  },
  mayDo: { ana: ["user.meet", "user.compose"], bob: ["user.meet", "user.compose", "user.backUp"] },
  faults: { offline: 1, duplicate: 1 },
  bound: { moves: 30, messages: 3, backups: 2 },
  about: ["P1.a", "SV.a"],
});
