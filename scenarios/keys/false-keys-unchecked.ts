import { breaks, scenario } from "#sealcheck";
import { unchecked } from "./variants.ts";

export default scenario({
  says: "The directory lies about a device of Bob's: it hands out a key of the service's own in its place.",
  protocols: [unchecked],
  cast: { people: { ana: { devices: ["phone"] }, bob: { devices: ["phone", "laptop"] } } },
  mayDo: {
    ana: ["user.meet", "user.compose"],
    "directory/bob": ["service.lie"],
  },
  bound: { moves: 30, messages: 2 },
  about: ["P1.a", "P1.b"],
  expects: {
    unchecked: {
      "P1.a": breaks("the service reads what is written to a key of its own"),
      "P1.b": breaks("a device writes to a key that the directory made up"),
    },
  },
});
