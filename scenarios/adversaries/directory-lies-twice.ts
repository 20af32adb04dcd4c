import { scenario } from "#sealcheck";
import { blockingAndSigned } from "../keys/variants.ts";

export default scenario({
  says: "Two friends write to each other; the directory hands out whatever keys it likes, and changes its mind.",
  protocols: [blockingAndSigned],
  adversary: "A3",
  cast: { people: { ana: { devices: ["phone"] }, bob: { devices: ["phone", "laptop"] } } },
  mayDo: {
    "ana.phone/bob": ["user.meet", "user.compose"],
    "ana.phone/bob meeting": ["user.compare"],
  },
  bound: { moves: 30, messages: 1, injections: 2, names: 0 },
  about: ["P1.a", "P1.b"],
});
