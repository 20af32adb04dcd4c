import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { beforeUpdate } from "../../models/protocols/beforeUpdate.ts";
import { coexistence } from "../../models/protocols/coexistence.ts";
import { strict } from "../../models/protocols/strict.ts";

const planted = {
  "P1.a": breaks("the service names a member of its own, and devices take its word"),
  "P1.b": breaks("the service names a member of its own, and devices take its word"),
};

export default scenario({
  says: "The service says that somebody is in a group whom nobody has invited.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  cast: {
    people: { ana: { devices: ["phone"] }, bob: { devices: ["phone", "laptop"] } },
    group: "family",
  },
  mayDo: {
    "ana.phone/family": ["user.compose"],
    "bob.laptop/family": ["user.compose"],
    family: ["service.plant"],
  },
  bound: { moves: 30, messages: 2 },
  about: ["P1.a", "P1.b"],
  expects: { "before-update": planted, "announced-2021": planted, coexistence: planted },
});
