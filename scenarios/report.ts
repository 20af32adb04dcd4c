import { scenario } from "#sealcheck";
import { beforeUpdate } from "../models/protocols/beforeUpdate.ts";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

/** Ana writes to Bob, and he reads it. */
const written = [
  "ana.phone/bob user.compose kind=text",
  "deliver ana.phone→relay",
  "deliver relay→bob.phone",
];

/** Rare by chance: there is more than a report may show when Bob makes one. */
const longChat = [
  "ana.phone/bob user.meet",
  "deliver ana.phone→directory",
  "deliver directory→ana.phone",
  ...Array.from({ length: 6 }, () => written).flat(),
  'bob.phone/ana user.report "ana.phone → bob 6"',
];

export default scenario({
  says: "Bob reports a message; the service may see it and the four before it.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  cast: { people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } } },
  mayDo: { ana: ["user.meet", "user.compose"], bob: ["user.report"] },
  bound: { moves: 40, messages: 8, reports: 1 },
  about: ["P1.a", "P1.c", "P1.c.consent"],
  examples: {
    "before-update": [longChat],
    "announced-2021": [longChat],
    coexistence: [longChat],
    strict: [longChat],
  },
});
