import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { beforeUpdate } from "../../models/protocols/beforeUpdate.ts";
import { coexistence } from "../../models/protocols/coexistence.ts";
import { strict } from "../../models/protocols/strict.ts";

const untold = {
  "P3.a": breaks("whoever handles the business's chats has its key, and a group shows no notice"),
  "P3.c": breaks("a group shows no notice, before or after"),
  "P3.d": breaks("a group shows no notice, so that none names who reads"),
};

const late = breaks(
  "what was on its way to the host is opened there after the business has left it",
);
const hosted = { ...untold, "P4.a": late, "P4.e": late };

export default scenario({
  says: "A business is a member of a group, and changes who handles its chats while people write to the group.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  cast: {
    people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } },
    businesses: { shop: { starts: "self" } },
    group: "club",
    groupBusiness: "shop",
  },
  mayDo: { "ana.phone/club": ["user.compose"], shop: ["owner.switch"] },
  bound: { moves: 30, messages: 2, switches: 2 },
  about: ["P1.a", "P1.b", "SV.a"],
  expects: { "before-update": untold, "announced-2021": hosted, coexistence: hosted },
});
