import { breaks, scenario } from "#sealcheck";
import { beforeUpdate } from "../models/protocols/beforeUpdate.ts";
import { messenger } from "../models/messenger.ts";
import { announced2021, announcedVersion } from "../models/protocols/announced2021.ts";

const unlimited = messenger(
  { ...announcedVersion, name: "announced-unlimited", limitsPersonalChats: false },
  { says: "As announced in 2021, without the stage of limited functionality." },
);

const late = {
  "P3.a": breaks(
    "a device writes under what it believes, and nothing compares that with what is so",
  ),
  "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
  "P3.f": breaks(
    "the chat still says that nobody else can read it when a change has let others in",
  ),
};

export default scenario({
  says: "Ana writes to Bob and to a business that may change who handles its chats and hire an analytics company, while new terms come that she may accept.",
  protocols: [beforeUpdate, announced2021, unlimited],
  cast: {
    people: { ana: { devices: ["phone"] }, bob: { devices: ["phone"] } },
    businesses: { shop: { starts: "self", vendors: ["statco"] } },
    terms: true,
  },
  mayDo: {
    "ana.phone/bob": ["user.meet", "user.compose"],
    "ana.phone/shop": ["user.open", "user.acknowledge", "user.compose"],
    "ana.phone/terms": ["user.accept"],
    shop: ["owner.switch", "owner.contract"],
    policy: ["authority.announce"],
  },
  bound: { moves: 30, messages: 1, switches: 1, contracts: 1, revisions: 1 },
  about: ["P1.a", "SV.a"],
  expects: { "before-update": late, "announced-2021": late, "announced-unlimited": late },
});
