import { breaks, scenario } from "#sealcheck";
import { blocking, notices } from "../keys/variants.ts";

const taken = {
  "P1.a": breaks("a device takes the key that it is given, and the service has the other half"),
  "P1.b": breaks("a device takes the key that it is given, and it belongs to nobody's device"),
  "P1.e": breaks("a device takes the key that it is given, and the service opens what is written"),
  "SV.a": breaks("what is written to a key that is nobody's is read by nobody else"),
  "SV.a.each": breaks("what is written to a key that a phone had once is not opened on it"),
};

export default scenario({
  says: "Two friends write to each other, and a service that may do anything with what it carries tries to tell what they write.",
  protocols: [notices, blocking],
  adversary: "A2",
  cast: { people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } } },
  mayDo: {
    "ana.phone/bob": ["user.meet", "user.compose"],
    "ana.phone/bob meeting": ["user.compare"],
  },
  bound: { moves: 30, messages: 1, injections: 1, names: 0 },
  about: ["P1.e"],
  expects: { "notices against A2": taken },
});
