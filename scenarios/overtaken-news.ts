import { scenario } from "#sealcheck";
import { strict } from "../models/protocols/strict.ts";

export default scenario({
  says: "The terms were postponed and announced again; the news of that is long on its way to Ana, and what comes of not accepting overtakes it.",
  protocols: [strict],
  cast: { people: { ana: { devices: ["phone"] } }, terms: true },
  mayDo: { ana: ["user.accept"], policy: ["authority.limit"] },
  setUp: [
    "policy authority.announce",
    "deliver policy→ana.phone",
    "deliver ana.phone→policy",
    "policy authority.postpone",
    "policy authority.announce",
  ],
  faults: { delay: 1, reorder: 1 },
  spared: ["policy"],
  bound: { moves: 20, revisions: 2 },
  about: ["P5.a", "P5.b", "P5.j"],
});
