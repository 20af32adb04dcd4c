import { scenario } from "#sealcheck";
import { strict } from "../models/protocols/strict.ts";

export default scenario({
  says: "Ana has Bob's keys when the directory starts to lie about him, and her phone fails while she writes to him.",
  protocols: [strict],
  cast: { people: { ana: { devices: ["phone"] }, bob: { devices: ["phone", "laptop"] } } },
  mayDo: { "ana.phone/bob": ["user.meet", "user.compose"], "directory/bob": ["service.lie"] },
  setUp: ["ana.phone/bob user.meet", "deliver ana.phone→directory", "deliver directory→ana.phone"],
  faults: { crash: 1 },
  spared: ["bob.phone", "bob.laptop", "directory", "relay"],
  bound: { moves: 24, messages: 1 },
  about: ["P1.a", "P1.b", "SV.a"],
});
