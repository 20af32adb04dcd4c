import { scenario } from "#sealcheck";
import { blockingAndSigned } from "../keys/variants.ts";

export default scenario({
  says: "Two friends, each with a phone, write to each other; the service makes up or repeats two messages, and loses, holds back and reorders what it likes.",
  protocols: [blockingAndSigned],
  adversary: "A2",
  cast: { people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } } },
  mayDo: {
    "ana.phone/bob": ["user.meet", "user.compose"],
    "ana.phone/bob meeting": ["user.compare"],
  },
  bound: { moves: 30, messages: 1, injections: 2, names: 1 },
  about: ["P1.a", "P1.b"],
});
