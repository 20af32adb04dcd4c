import { breaks, scenario } from "#sealcheck";
import { audited, blocking, blockingAndSigned, notices, numbers } from "./variants.ts";

const read = {
  "P1.a": breaks("the service reads what is written to a key of its own"),
  "P1.b": breaks("a device writes to a key that the directory made up, and nobody has compared it"),
};

export default scenario({
  says: "The directory lies about a device of Bob's: it hands out a key of the service's own in its place. When Ana and Bob meet, they may compare safety numbers.",
  protocols: [numbers, notices, audited, blocking, blockingAndSigned],
  cast: { people: { ana: { devices: ["phone"] }, bob: { devices: ["phone", "laptop"] } } },
  mayDo: {
    ana: ["user.meet", "user.compose", "user.compare"],
    "directory/bob": ["service.lie"],
  },
  bound: { moves: 30, messages: 2 },
  about: ["P1.a", "P1.b", "KV.b"],
  expects: {
    numbers: {
      "KV.a": breaks("a changed key takes the place of the old one without a word"),
      ...read,
    },
    notices: read,
    // The audit finds it out, and by then it has been read.
    audited: read,
    blocking: {
      "P1.a": breaks("who compares numbers compares phones, and the companion is made up"),
      "P1.b": breaks("who compares numbers compares phones, and the companion is made up"),
    },
  },
});
