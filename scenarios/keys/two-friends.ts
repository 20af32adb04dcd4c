import { breaks, scenario } from "#sealcheck";
import { audited, blockingAndSigned } from "./variants.ts";

const each = breaks(
  "what was written for the phone as it was set up first is not opened on it any more",
);

export default scenario({
  says: "Bob has a laptop and sets up a new phone; two friends write to him, and may compare safety numbers; the directory may lie about him at any time.",
  protocols: [audited, blockingAndSigned],
  cast: {
    people: {
      ana: { devices: ["phone"] },
      bob: { devices: ["phone", "laptop"] },
      cem: { devices: ["phone"] },
    },
  },
  mayDo: {
    "ana.phone/bob": ["user.meet", "user.compose"],
    "cem.phone/bob": ["user.meet", "user.compose"],
    "ana.phone/bob meeting": ["user.compare"],
    "cem.phone/bob meeting": ["user.compare"],
    "bob.phone/identity": ["user.setUpAnew"],
    "directory/bob": ["service.lie"],
  },
  bound: { moves: 40, messages: 1 },
  about: ["P1.a", "P1.b", "KV.a", "KV.b"],
  expects: {
    audited: {
      "P1.a": breaks("the service reads what is written to a key of its own"),
      "P1.b": breaks(
        "a device writes to a key that the directory made up, and nobody has compared it",
      ),
      "SV.a": breaks("what was written to a key that is nobody's is read by nobody"),
      "SV.a.each": each,
    },
    "blocking-and-signed": { "SV.a.each": each },
  },
});
