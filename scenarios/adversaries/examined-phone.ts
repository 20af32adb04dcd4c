import { breaks, scenario } from "#sealcheck";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { beforeUpdate } from "../../models/protocols/beforeUpdate.ts";
import { coexistence } from "../../models/protocols/coexistence.ts";
import { strict } from "../../models/protocols/strict.ts";
import { notifications } from "./promise.ts";

const read = { "P1.a": breaks("whoever has the phone reads what its chats keep") };
const kept = {
  ...read,
  "NT.a": breaks("a notification shows what was written, and the phone keeps notifications"),
  "NT.b": breaks("who deletes a chat does not delete the notifications of it"),
};

export default scenario({
  says: "Bob writes to Ana, who deletes what she has read; at some moment somebody examines her phone.",
  protocols: [beforeUpdate, announced2021, coexistence, strict],
  promises: [notifications],
  adversary: "A9",
  cast: {
    people: { ana: { devices: ["phone"], keepsNotifications: true }, bob: { devices: ["phone"] } },
  },
  mayDo: {
    "bob.phone/ana": ["user.meet", "user.compose"],
    "ana.phone/history": ["user.clear"],
  },
  bound: { moves: 30, messages: 2, clearings: 1 },
  about: ["NT.a", "NT.b", "NT.c", "P1.a"],
  expects: {
    "before-update against A9": kept,
    "announced-2021 against A9": kept,
    "coexistence against A9": kept,
    "strict against A9": read,
  },
});
