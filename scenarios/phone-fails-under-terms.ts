import { scenario } from "#sealcheck";
import { strict } from "../models/protocols/strict.ts";

export default scenario({
  says: "Ana has two devices and accepts the new terms on her phone, which fails once; and what it tells the authority may arrive in another order.",
  protocols: [strict],
  cast: { people: { ana: { devices: ["phone", "laptop"] } }, terms: true },
  mayDo: { "ana.phone/terms": ["user.accept"], policy: ["authority.announce", "authority.limit"] },
  faults: { crash: 1, reorder: 1 },
  spared: ["ana.laptop", "policy"],
  bound: { moves: 30, revisions: 1 },
  about: ["P5.d", "P5.i", "P5.p"],
});
