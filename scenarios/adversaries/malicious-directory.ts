import { breaks, scenario } from "#sealcheck";
import { audited, blocking, blockingAndSigned, notices } from "../keys/variants.ts";

const taken = {
  "P1.a": breaks("a device takes the key that it is given, and the service has the other half"),
  "P1.b": breaks("a device takes the key that it is given, and it belongs to nobody's device"),
  "SV.a": breaks("what is written to a key that is nobody's is read by nobody else"),
  "SV.a.each": breaks("what is written to a key that a phone had once is not opened on it"),
};
const unsigned = breaks("who compares numbers compares phones, and the companion is made up");

export default scenario({
  says: "Two friends write to each other; the directory hands out whatever keys it likes.",
  protocols: [notices, audited, blocking, blockingAndSigned],
  adversary: "A3",
  cast: { people: { ana: { devices: ["phone"] }, bob: { devices: ["phone", "laptop"] } } },
  mayDo: {
    "ana.phone/bob": ["user.meet", "user.compose"],
    "ana.phone/bob meeting": ["user.compare"],
  },
  bound: { moves: 30, messages: 1, injections: 1, names: 0 },
  about: ["P1.a", "P1.b"],
  expects: {
    "notices against A3": taken,
    // The auditor finds it out, and by then it has been read.
    "audited against A3": taken,
    "blocking against A3": { "P1.a": unsigned, "P1.b": unsigned },
  },
});
