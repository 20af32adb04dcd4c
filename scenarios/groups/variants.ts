import { messenger } from "../../models/messenger.ts";
import { strictVersion } from "../../models/protocols/strict.ts";

export const keptSenderKeys = messenger(
  { ...strictVersion, name: "kept-sender-keys", groupRules: ["signed membership"] },
  { says: "As strict; a device keeps its sender key when somebody was removed from a group." },
);
