import { breaks, scenario } from "#sealcheck";
import { audited, blocking, blockingAndSigned, notices, numbers } from "./variants.ts";

const lost = {
  "SV.a": breaks("what was written for the old key cannot be opened with the new one"),
  "SV.a.each": breaks("what was written for the old key cannot be opened with the new one"),
};

export default scenario({
  says: "Bob sets up a new phone, which has another key, while Ana writes to him; when they meet, they may compare safety numbers.",
  protocols: [numbers, notices, audited, blocking, blockingAndSigned],
  cast: { people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } } },
  mayDo: {
    "ana.phone/bob": ["user.meet", "user.compose"],
    "ana.phone/bob meeting": ["user.compare"],
    "bob.phone/identity": ["user.setUpAnew"],
  },
  bound: { moves: 30, messages: 2 },
  about: ["P1.a", "P1.b", "KV.a"],
  expects: {
    numbers: {
      "KV.a": breaks("a changed key takes the place of the old one without a word"),
      ...lost,
    },
    notices: lost,
    blocking: lost,
    "blocking-and-signed": lost,
    audited: lost,
  },
});
