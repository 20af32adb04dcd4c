import { scenario } from "#sealcheck";
import { beforeUpdate } from "../models/protocols/beforeUpdate.ts";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { strict } from "../models/protocols/strict.ts";

export default scenario({
  says: "Bob reports a message; the service may see it and the four before it.",
  protocols: [beforeUpdate, announced2021, strict],
  cast: { people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } } },
  mayDo: { ana: ["user.meet", "user.compose"], bob: ["user.report"] },
  bound: { moves: 40, messages: 8, reports: 1 },
  about: ["P1.a", "P1.c", "P1.c.consent"],
});
