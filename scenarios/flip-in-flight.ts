import { breaks, scenario } from "#sealcheck";
import { beforeUpdate } from "../models/protocols/beforeUpdate.ts";
import { announced2021 } from "../models/protocols/announced2021.ts";
import { coexistence } from "../models/protocols/coexistence.ts";
import { strict } from "../models/protocols/strict.ts";

const announced = {
  "P3.a": breaks(
    "a device writes under what it believes, and nothing compares that with what is so",
  ),
  "P3.c": breaks("the receipt tells what is so after yet another change, or never comes"),
  "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
  "P3.f": breaks(
    "the chat still says that nobody else can read it when a change has let others in",
  ),
  "P4.a": breaks("what was on its way to the host is opened there after the business has left it"),
  "P4.e": breaks("what was on its way to the host is opened there after the business has left it"),
};

export default scenario({
  says: "A business changes who handles its chats while a message to it is on its way.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "self" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switch"],
  },
  bound: { moves: 30, messages: 3, switches: 2 },
  about: [
    "P3.a",
    "P3.b",
    "P3.c",
    "P3.e",
    "P3.f",
    "P3.g",
    "P4.a",
    "P4.b",
    "P4.d",
    "P4.e",
    "SV.b",
    "SV.u",
    "SV.v",
    "SV.w",
    "SV.x",
  ],
  expects: {
    "before-update": {
      "P3.a": breaks(
        "a device writes under what it believes, and nothing compares that with what is so",
      ),
      "P3.c": breaks("the receipt tells what is so after yet another change, or never comes"),
      "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
      "P3.f": breaks(
        "the chat still says that nobody else can read it when a change has let others in",
      ),
    },
    "announced-2021": announced,
    coexistence: announced,
  },
});
