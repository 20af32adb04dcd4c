import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

const announced = {
  "P3.a": breaks("the old client shows nothing for a mode that it has never heard of"),
  "P3.c": breaks("the old client has no notice to show"),
  "P3.d": breaks("the old client has no notice that names the host"),
  "P3.f": breaks(
    "the chat still says that nobody else can read it when a change has let others in",
  ),
  "P4.a": breaks("what was on its way to the host is opened there after the business has left it"),
  "P4.e": breaks("what was on its way to the host is opened there after the business has left it"),
};

export default scenario({
  says: "Ana has not updated her client since before there was any hosting.",
  protocols: [announced2021, coexistence, strict],
  cast: {
    people: { ana: { devices: ["phone"], outdated: ["phone"] } },
    businesses: { shop: { starts: "provider" } },
  },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switch"],
  },
  bound: { moves: 24, messages: 2, switches: 2 },
  about: ["P3.a"],
  expects: {
    "announced-2021": announced,
    coexistence: announced,
  },
});
