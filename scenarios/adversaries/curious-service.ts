import { scenario } from "#sealcheck";
import { audited, blocking, blockingAndSigned, notices } from "../keys/variants.ts";

export default scenario({
  says: "Two friends write to each other, and the service looks at all that it carries.",
  protocols: [notices, audited, blocking, blockingAndSigned],
  adversary: "A1",
  cast: { people: { ana: { devices: ["phone"] }, bob: { devices: ["phone", "laptop"] } } },
  mayDo: {
    "ana.phone/bob": ["user.meet", "user.compose"],
    "ana.phone/bob meeting": ["user.compare"],
  },
  bound: { moves: 30, messages: 1, injections: 2, names: 1 },
  about: ["P1.a", "P1.b"],
});
